#pragma once
// Runs the commands of a document's blocks, within the limits of a text that anyone may have written: no command but
// those that read and answer, no file but those below the document.
//
//   Answerer answerer(document, "docs", setting);
//   Answer answer = answerer.ask(document.blocks.front());

#include <filesystem>
#include <map>
#include <set>
#include <string>

#include "bote/embed/refresh.hpp"
#include "commands.hpp"

namespace bote {

class Answerer {
public:
    /// Both must outlive it. Paths of the document are relative to `folder`.
    Answerer(const Document& document, std::filesystem::path folder, const CommandSetting& setting);
    Answerer(const Answerer&) = delete;
    Answerer& operator=(const Answerer&) = delete;

    /// Throws InputError.
    Answer ask(const LiveBlock& block);

    /// Warnings, and errors of files that are read in part.
    [[nodiscard]] std::string messages() const;

private:
    Outcome answer_in_place(const CommandLine& line);
    Located locate(const std::string& argument);
    [[nodiscard]] const std::string& find_workload(const std::string& name) const;

    const Document& document_;
    std::filesystem::path folder_;
    const CommandSetting& setting_;
    Environment environment_;
    std::map<std::string, std::string, std::less<>> paths_;  // by what the blocks call them
    std::set<std::string> messages_;
    std::string answer_;  // of the block at hand, as far as it has come
};

}  // namespace bote
