-- Run by wrk with one thread: asks for the places in the file of DRILL_QUESTIONS, one a line with the counties and the
-- channels that the answer must have, and counts every answer that is not a 200 or not the right one for its counties.
local addresses, expected, asked = {}, {}, 0

for line in io.lines(os.getenv("DRILL_QUESTIONS")) do
  local address, counties, channels = line:match("^(%S+) (%S+) (%S+)$")
  addresses[#addresses + 1] = address
  expected[counties] = channels
end

failed, wrong = 0, 0

function request()
  asked = asked % #addresses + 1
  return wrk.format("GET", addresses[asked])
end

function response(status, headers, body)
  if status ~= 200 then
    failed = failed + 1
    return
  end
  local channels = {}
  for id in body:gmatch('{"id":"([%w-]+)","kind"') do channels[#channels + 1] = id end
  local counties = body:match('"counties":(%b[])')
  if expected[counties] == nil or expected[counties] ~= table.concat(channels, ",") then wrong = wrong + 1 end
end

local thread

function setup(only)
  thread = only
end

function done(summary, latency)
  local lost = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
  print(string.format("measured %d %d %d %d %d %d",
    summary.requests, summary.duration / 1000, thread:get("failed"), thread:get("wrong"), lost, latency:percentile(99)))
end
