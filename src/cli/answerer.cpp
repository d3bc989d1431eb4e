#include "answerer.hpp"

#include <utility>

#include <fmt/format.h>

#include "arguments.hpp"
#include "bote/base/text.hpp"
#include "bote/embed/command_words.hpp"
#include "files.hpp"

namespace bote {
namespace {

[[noreturn]] void refuse_length() {
    refuse("the answer is longer than the 16 MiB that a document may have", "ask for fewer rows");
}

}  // namespace
Answerer::Answerer(const Document& document, std::filesystem::path folder, const CommandSetting& setting)
    : document_(document), folder_(std::move(folder)), setting_(setting) {
    environment_.write_output = [this](std::string_view text) {
        if (answer_.size() + text.size() > kLargestDocument) refuse_length();
        answer_ += text;
        return true;
    };
    environment_.clock = setting.environment.clock;
    environment_.show_progress = setting.environment.show_progress;
    environment_.note_read = setting.environment.note_read;
    environment_.locate = [this](const std::string& argument) { return locate(argument); };
    // The text of a document does not depend on the terminal of whoever refreshes it.
    environment_.variable = [this](std::string_view name) -> std::optional<std::string> {
        if (name == "COLUMNS") return "80";
        if (name == "HOME" || name == "XDG_CONFIG_HOME") return setting_.environment.variable(name);
        return std::nullopt;
    };
}

Answer Answerer::ask(const LiveBlock& block) {
    const CommandLine line = read_command_line(split_command(block.command));
    if (line.help || line.version || line.command == nullptr || line.command->effect != Effect::reads)
        refuse(fmt::format("a block cannot hold `{}`", show_in_line(text_of(block.command))),
               "it takes commands that read and answer, such as estimate and value");
    if (line.options.output || line.options.color)
        refuse(fmt::format("a block cannot hold {}", line.options.output ? "--output" : "--color"),
               "the answer goes into the document");
    answer_.clear();
    Outcome outcome = answer_in_place(line);
    environment_.write_output(outcome.out);
    for (const auto text : split(trim(outcome.err), '\n')) messages_.insert(std::string(text) + "\n");
    const std::string format = line.options.format.value_or("markdown");
    const bool bare = line.command->name == "value" && find_format(format)->audience == Audience::people;
    const AnswerKind kind = bare ? AnswerKind::values : format == "markdown" ? AnswerKind::markdown : AnswerKind::other;
    return {kind, std::move(answer_), bare || format == "table" ? "text" : format};
}

std::string Answerer::messages() const {
    std::string all;
    for (const auto& message : messages_) all += trim(message).empty() ? "" : message;
    return all;
}

/// Answers name files as the block does, wherever bote was started; errors name them as the reader can open them.
Outcome Answerer::answer_in_place(const CommandLine& line) {
    try {
        Outcome outcome = answer(line, environment_);
        if (!outcome.errors.empty()) throw InputError(std::move(outcome.errors));
        return outcome;
    } catch (const InputError& problem) {
        Errors errors = problem.errors();
        for (Error& error : errors) {
            const auto& source = error.where.source;
            const auto known = source ? paths_.find(source->name) : paths_.end();
            if (known != paths_.end()) error.where.source = make_source(known->second, source->text);
        }
        throw InputError(std::move(errors));
    }
}

Located Answerer::locate(const std::string& argument) {
    if (argument == "-") refuse("a block cannot read standard input", "name a file");
    if (argument.starts_with('#')) {
        paths_[argument] = document_.source->name;
        return {argument, argument, make_source(argument, find_workload(argument.substr(1)))};
    }
    const std::filesystem::path path = folder_ / argument;
    if (!setting_.options.anywhere && !is_below(folder_, path))
        refuse(fmt::format("'{}' is outside of the document's folder", show_in_line(argument)),
               "`--anywhere` allows it");
    paths_[argument] = path.string();
    return {path.string(), argument};
}

const std::string& Answerer::find_workload(const std::string& name) const {
    std::vector<std::string_view> known;
    for (const auto& workload : document_.workloads) {
        if (workload.name == name) return workload.content;  // on its lines of the document
        known.push_back(workload.name);
    }
    if (known.empty()) refuse("the document holds no workload", "put it between ```bote and ```");
    refuse(fmt::format("the document holds no workload '{}'", show_in_line(name)), suggest(name, known));
}

}  // namespace bote
