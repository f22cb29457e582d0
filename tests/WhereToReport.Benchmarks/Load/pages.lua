-- Run by wrk: asks for addresses of the file BENCH_ADDRESSES (one a line) at random, and prints what it measured.
local requests, threads = {}, 0

function setup(thread)
  threads = threads + 1
  thread:set("seed", threads)
end

function init()
  math.randomseed(seed)
  wrk.headers["Accept-Encoding"] = os.getenv("BENCH_CODING")
  for address in io.lines(os.getenv("BENCH_ADDRESSES")) do
    requests[#requests + 1] = wrk.format("GET", address)
  end
end

function request()
  return requests[math.random(#requests)]
end

function done(summary, latency)
  local errors = summary.errors
  print(string.format("measured %d %d %d %d %d %d", summary.requests, summary.duration, summary.bytes,
    errors.connect + errors.read + errors.write + errors.timeout + errors.status, latency:percentile(50), latency:percentile(99)))
end
