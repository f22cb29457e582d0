namespace WhereToReport.Web.Pages.Editors;

/// <summary>A button that asks the device for a passkey and then sends its form; <c>editors.js</c> brings it to life.</summary>
/// <param name="Does"><c>create</c> or <c>get</c>.</param>
/// <param name="Label">What stands on the button.</param>
/// <param name="Options">Where the challenge comes from.</param>
/// <param name="Send">Where the form goes with the answer.</param>
/// <param name="Without">What to say where the browser has no passkeys or no script.</param>
public sealed record PasskeyButton(string Does, string Label, string Options, string Send, string Without);
