#pragma once
// What bote makes of a document: its keys and names as far as it reads, and its estimate where it is right.
//
//   const Analysis analysis = analyse("shop.bote.yaml", text, Encoding::utf16);
//   if (analysis.estimate() != nullptr) show(inlay_hints(analysis));

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "bote/views/check.hpp"
#include "bote/views/scenarios.hpp"
#include "names.hpp"
#include "text_lines.hpp"

namespace bote {

/// What lies under the files of a session, such as prices; null: nothing.
using SharedOverlay = std::shared_ptr<const Overlay>;

struct Analysis {
    /// Of a document that bote has nothing to say about.
    Analysis(SourcePtr from, Encoding encoding) : source(std::move(from)), lines(source->text, encoding) {}

    /// Of the file as it is written; null where it has errors, other than in its expectations.
    [[nodiscard]] const Estimate* estimate() const { return estimates.empty() ? nullptr : &estimates.front().estimate; }
    /// What a name is in: the file as it is written, or a scenario of it; null where the file has errors.
    [[nodiscard]] const Estimate* estimate_for(const NameUse& use) const {
        return use.scenario < estimates.size() ? &estimates[use.scenario].estimate : nullptr;
    }
    /// Null where no name is there. Of several around an offset the longest: `tweet.write_qps` rather than `tweet`.
    [[nodiscard]] const NameUse* name_at(std::size_t offset) const;

    SourcePtr source;
    TextLines lines;
    SharedOverlay overlay;
    bool is_workload = false;
    YamlNode tree;                         // `nothing` where it is no YAML
    std::optional<Workload> workload;      // none where it is no YAML
    std::vector<NameUse> names;            // in the order of their places
    std::vector<NamedEstimate> estimates;  // the file as it is written, then its scenarios; none where it has errors
    std::optional<CheckedFile> checked;    // of these
    Errors errors;                         // as the command line has them, worth telling or not
};

Analysis analyse(const std::string& name, std::string text, Encoding encoding, SharedOverlay overlay = nullptr);

}  // namespace bote
