#include "project/transcript.hpp"

#include <algorithm>

#include "project/project_files.hpp"

namespace bote::test {
namespace {

constexpr std::string_view kPrompt = "$ ";
constexpr std::string_view kProgram = "bote";

bool is_bote(std::string_view command) {
    // Assignments before the name have capital letters, as TERMINAL=80 and NO_COLOR=1.
    while (!command.starts_with(kProgram)) {
        const auto equals = command.find('=');
        const auto blank = command.find(' ');
        if (equals >= blank || blank == std::string_view::npos) return false;
        command.remove_prefix(blank + 1);
    }
    return command.size() == kProgram.size() || command[kProgram.size()] == ' ';
}

StepKind kind_of(std::string_view command) {
    if (is_bote(command)) return StepKind::bote;
    const bool is_text = command.ends_with(".yaml") || command.ends_with(".md") || command.ends_with(".txt");
    if (command.starts_with("cat ") && is_text) return StepKind::cat;
    return StepKind::verbatim;
}

void separate(Step& step) {
    if (!step.output.ends_with("\n\n") && step.output != "\n") return;
    step.output.pop_back();
    step.separation = "\n";
}

void append(std::string& text, char sign, const Line& line) {
    text += sign;
    text += ' ';
    text += line.text + '\n';
}

}  // namespace

std::vector<Step> parse_transcript(std::string_view text) {
    std::vector<Step> steps;
    for (const auto& line : lines_of(text)) {
        if (line.text.starts_with(kPrompt)) {
            if (!steps.empty()) separate(steps.back());
            const auto command = line.text.substr(kPrompt.size());
            steps.push_back({kind_of(command), line.number, command, "", ""});
        } else {
            if (steps.empty()) steps.push_back({});
            steps.back().output += line.text + '\n';
        }
    }
    return steps;
}

std::string write_transcript(const std::vector<Step>& steps) {
    std::string text;
    for (const auto& step : steps) {
        if (!step.command.empty()) text += std::string(kPrompt) + step.command + '\n';
        text += step.output + step.separation;
    }
    return text;
}

std::string describe_difference(std::string_view wanted, std::string_view printed) {
    constexpr std::size_t kContext = 2;
    const auto before = lines_of(wanted);
    const auto after = lines_of(printed);
    const auto alike = [](const Line& a, const Line& b) { return a.text == b.text; };
    const auto [first, first_after] = std::mismatch(before.begin(), before.end(), after.begin(), after.end(), alike);
    const auto rest_before = std::make_reverse_iterator(first);
    const auto rest_after = std::make_reverse_iterator(first_after);
    const auto [last, last_after] = std::mismatch(before.rbegin(), rest_before, after.rbegin(), rest_after, alike);

    std::string text;
    const auto above = std::min<std::ptrdiff_t>(kContext, first - before.begin());
    for (auto line = first - above; line != first; ++line) append(text, ' ', *line);
    for (auto line = first; line != last.base(); ++line) append(text, '-', *line);
    for (auto line = first_after; line != last_after.base(); ++line) append(text, '+', *line);
    const auto below = std::min<std::ptrdiff_t>(kContext, before.end() - last.base());
    for (auto line = last.base(); line != last.base() + below; ++line) append(text, ' ', *line);
    return text;
}

}  // namespace bote::test
