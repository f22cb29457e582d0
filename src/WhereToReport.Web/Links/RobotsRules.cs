using System.Text;

namespace WhereToReport.Web.Links;

/// <summary>
/// What a robots.txt asks of one program, after RFC 9309: the groups that name the program, else those for everybody;
/// in them the longest pattern that fits, and where two are as long, the one that allows.
/// </summary>
internal sealed class RobotsRules
{
    /// <summary>For hosts without a robots.txt.</summary>
    public static readonly RobotsRules AllowAll = new([]);

    private readonly IReadOnlyList<Rule> _rules;

    private RobotsRules(IReadOnlyList<Rule> rules) => _rules = rules;

    private sealed record Rule(bool Allow, string Pattern);

    /// <param name="text">The file.</param>
    /// <param name="program">The product token of the program: letters, hyphens and underscores.</param>
    public static RobotsRules Parse(string text, string program)
    {
        List<Rule> own = [], everybodys = [];
        bool ownGroup = false, everybodysGroup = false, named = false, inRules = false;
        foreach (var (key, value) in text.TrimStart('\uFEFF').Split('\n', '\r').Select(KeyAndValue))
        {
            switch (key)
            {
                case "user-agent":
                    if (inRules)
                        ownGroup = everybodysGroup = inRules = false;
                    ownGroup |= Token(value).Equals(program, StringComparison.OrdinalIgnoreCase);
                    everybodysGroup |= value.StartsWith('*');
                    named |= ownGroup;
                    break;
                case "allow" or "disallow":
                    inRules = true;
                    if (value.Length == 0)
                        break;
                    var rule = new Rule(key == "allow", Normal(value));
                    if (ownGroup)
                        own.Add(rule);
                    if (everybodysGroup)
                        everybodys.Add(rule);
                    break;
            }
        }
        return new(named ? own : everybodys);
    }

    /// <summary>Whether the program may ask for an address.</summary>
    public bool Allows(Uri address)
    {
        var path = Normal(address.PathAndQuery);
        return path == "/robots.txt" || _rules
            .Where(rule => Fits(rule.Pattern, path))
            .OrderByDescending(rule => rule.Pattern.Length).ThenByDescending(rule => rule.Allow)
            .FirstOrDefault() is null or { Allow: true };
    }

    private static (string Key, string Value) KeyAndValue(string line)
    {
        var parts = line.Split('#')[0].Split(':', 2);
        return parts.Length == 2 ? (parts[0].Trim().ToLowerInvariant(), parts[1].Trim()) : ("", "");
    }

    private static string Token(string value) => new([.. value.TakeWhile(letter => char.IsAsciiLetter(letter) || letter is '-' or '_')]);

    // Each piece between stars is taken where it first fits: enough for such patterns, and no text makes it slow.
    private static bool Fits(string pattern, string path)
    {
        var toTheEnd = pattern.EndsWith('$');
        var pieces = (toTheEnd ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(pieces[0], StringComparison.Ordinal))
            return false;
        if (pieces.Length == 1)
            return !toTheEnd || path.Length == pieces[0].Length;

        var at = pieces[0].Length;
        foreach (var piece in toTheEnd ? pieces[1..^1] : pieces[1..])
        {
            var found = path.IndexOf(piece, at, StringComparison.Ordinal);
            if (found < 0)
                return false;
            at = found + piece.Length;
        }
        return !toTheEnd || path.Length - at >= pieces[^1].Length && path.EndsWith(pieces[^1], StringComparison.Ordinal);
    }

    // One spelling for both sides: what needs no escape is plain, all else is escaped in capitals.
    private static string Normal(string path)
    {
        var normal = new StringBuilder(path.Length);
        for (var at = 0; at < path.Length; at++)
        {
            if (path[at] == '%' && at + 2 < path.Length && char.IsAsciiHexDigit(path[at + 1]) && char.IsAsciiHexDigit(path[at + 2]))
            {
                var value = (char)Convert.ToByte(path.Substring(at + 1, 2), 16);
                normal.Append(char.IsAsciiLetterOrDigit(value) || value is '-' or '.' or '_' or '~' ? value.ToString() : $"%{(int)value:X2}");
                at += 2;
            }
            else if (char.IsAscii(path[at]))
            {
                normal.Append(path[at]);
            }
            else
            {
                var length = char.IsHighSurrogate(path[at]) && at + 1 < path.Length && char.IsLowSurrogate(path[at + 1]) ? 2 : 1;
                foreach (var value in Encoding.UTF8.GetBytes(path.Substring(at, length)))
                    normal.Append($"%{value:X2}");
                at += length - 1;
            }
        }
        return normal.ToString();
    }
}
