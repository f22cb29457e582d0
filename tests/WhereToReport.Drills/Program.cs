using System.Diagnostics;
using WhereToReport.Drills;
using WhereToReport.Drills.Clients;
using WhereToReport.Drills.Databases;
using WhereToReport.Drills.Imports;
using WhereToReport.Drills.Nodes;

[assembly: System.Runtime.Versioning.UnsupportedOSPlatform("windows")]

Drill[] drills =
[
    new("database-killed", "Postgres is killed under load and comes back", DatabaseKilled.Run),
    new("start-without-database", "a node starts while Postgres is away", StartWithoutDatabase.Run),
    new("node-killed", "nodes are killed behind a balancer", ThreeNodes.Killed),
    new("rolling-restart", "all nodes are replaced, one after the other", ThreeNodes.Rolling),
    new("failover", "the primary is killed and its standby promoted", Failover.Run),
    new("disk-full", "there is no room for the snapshot", DiskFull.Run),
    new("clock-jump", "the clock jumps days ahead and back", ClockJump.Run),
    new("slow-database", "every query takes five seconds longer", SlowDatabase.Run),
    new("bad-import", "data files are wrong", BadImport.Run),
    new("killed-import", "imports are killed at random moments", KilledImport.Run),
    new("slow-clients", "clients send and read as slowly as they can", SlowClients.Run),
    new("idle-connections", "thousands of connections say nothing", IdleConnections.Run),
    new("flood", "hundreds of clients ask without a pause", Flood.Run),
    new("restore-dump", "a dump is brought back", Restore.FromDump),
    new("restore-moment", "a server is set back to a moment before a mishap", Restore.ToAMoment),
];

var names = args.Where(argument => argument != "--short").ToArray();
if (names.Except(drills.Select(drill => drill.Name)).Any())
{
    Console.Error.WriteLine("There are these drills:\n" + string.Join('\n', drills.Select(drill => $"  {drill.Name,-24} {drill.What}")));
    return 2;
}

var (held, shortfalls, clock) = (0, 0, Stopwatch.StartNew());
await using var stage = new Stage(isShort: args.Contains("--short"));
foreach (var drill in drills.Where(drill => names.Length == 0 || names.Contains(drill.Name)))
{
    var findings = await drill.Play(stage);
    Console.WriteLine(findings.Line(drill.Name));
    if (findings.Shortfalls.Count == 0)
        held++;
    else
        shortfalls++;
}
Console.WriteLine($"{held} drills hold, {shortfalls} fall short, in {clock.Elapsed.TotalMinutes:0.0} minutes.");
return shortfalls == 0 ? 0 : 1;
