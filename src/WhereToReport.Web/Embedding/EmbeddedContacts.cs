using WhereToReport.Domain.Answers;
using WhereToReport.Domain.Channels;
using WhereToReport.Web.Answering;

namespace WhereToReport.Web.Embedding;

/// <summary>What an embedded page shows of an answer.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Cards">Its channels, in order.</param>
/// <param name="Emergencies">Outside the USA: the emergency numbers of the country, each with the channel whose sources name it.</param>
public sealed record EmbeddedContacts(Answer Answer, IEnumerable<AnswerCard> Cards, IReadOnlyList<(Phone Phone, Channel Channel)> Emergencies);
