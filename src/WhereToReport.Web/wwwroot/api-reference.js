// Shows the OpenAPI document with Scalar, which this site serves itself. Nothing is asked of anybody else.
const reference = document.getElementById('reference');

// Scalar's own colors are too pale to read for some.
const contrast = `
  .light-mode { --scalar-color-3: #595959; --scalar-sidebar-search-color: #595959; --scalar-color-blue: #00609c; --scalar-color-green: #04694a; --scalar-color-orange: #9c4600; }
  .dark-mode { --scalar-color-3: #a8a8a8; --scalar-sidebar-search-color: #a8a8a8; }`;

document.getElementById('plain').remove();
Scalar.createApiReference(reference, {
  url: reference.dataset.document,
  defaultOpenAllTags: true,
  withDefaultFonts: false,
  telemetry: false,
  hideClientButton: true,
  showDeveloperTools: 'never',
  agent: { disabled: true },
  mcp: { disabled: true },
  customCss: contrast,
});
