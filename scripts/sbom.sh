# shellcheck shell=bash
# Part of ./dev: the parts that the site and the operator's commands are made of, from the lock files.

# A CycloneDX 1.6 document: each package with its exact version. What only builds or tests the site is not part of it.
print_parts() {
  need_jq
  jq -n --arg commit "$(git rev-parse HEAD 2>/dev/null || echo unknown)" '
    [inputs.dependencies[] | to_entries[] | select(.value.type != "Project")]
    | unique_by(.key, .value.resolved)
    | {
        bomFormat: "CycloneDX",
        specVersion: "1.6",
        version: 1,
        metadata: { component: { type: "application", name: "where-to-report", version: $commit } },
        components: map({
          type: "library",
          "bom-ref": "pkg:nuget/\(.key)@\(.value.resolved)",
          name: .key,
          version: .value.resolved,
          purl: "pkg:nuget/\(.key)@\(.value.resolved)"
        })
      }' src/*/packages.lock.json
}
