#include "next_words.hpp"

#include <algorithm>
#include <variant>

#include <fmt/format.h>

#include "arguments.hpp"
#include "bote/base/text.hpp"
#include "bote/model/embedded.hpp"
#include "bote/report/select.hpp"
#include "bote/views/listings.hpp"
#include "files.hpp"
#include "help.hpp"
#include "inputs.hpp"

namespace bote {
namespace {

/// The words of one unfinished line. What they depend on is read when somebody asks for it.
class Offer {
public:
    Offer(const UnfinishedLine& line, const CommandSetting& setting) : line_(line), setting_(setting) {}

    std::vector<NextWord> words() {
        if (line_.open != nullptr) value_of(*line_.open);
        else if (line_.command == nullptr && line_.words.empty()) first_word();
        else next_word();
        return std::move(words_);
    }

private:
    void add(std::string_view text, std::string_view meaning = "") {
        words_.push_back({show_in_line(text), show_in_line(meaning)});
    }

    void first_word() {
        for (const auto& command : all_commands()) add(command.name, command.summary);
        add_workloads();
    }

    /// The word at its place of the usage, "W [QUANTITY]"; the last one may stand for several.
    void next_word() {
        const Command& command = line_.command != nullptr ? *line_.command : *find_command("estimate");
        if (line_.words.size() >= command.most_words) return;
        const auto usage = split(command.words, ' ');
        const bool many = usage.size() == 2 && usage[0].ends_with("...");  // `W... [SECTION]`: either of them
        const std::size_t at = std::min(line_.words.size(), usage.size() - 1);
        if (many && at > 0) offer(usage[0]);
        offer(usage[at]);
    }

    void value_of(const Option& option) {
        const Command& command = line_.command != nullptr ? *line_.command : *find_command("estimate");
        if (option.choices != nullptr) {
            for (const auto& choice : option.choices(command)) add(choice);
        }
        if (option.choices == nullptr || option.value == "SCENARIO") {  // which the file has some of too
            if (option.target.list == &Options::with) {
                for (const auto& file : embedded_settings()) add(file.name, "built in");
            }
            offer(option.value);
        }
    }

    /// What a word of the usage stands for: "[QUANTITY...]", "NAME=VALUE", "W".
    void offer(std::string_view usage) {
        std::string kind;
        for (const char letter : usage.substr(0, usage.find_first_of("=."))) {
            if (letter != '[' && letter != ']') kind += letter;
        }
        const bool assigned = usage.find('=') != std::string_view::npos;
        if (kind == "W" || kind == "A" || kind == "B") add_workloads();
        else if (kind == "QUANTITY") add_quantities();
        else if (kind == "NAME") add_inputs(assigned ? "=" : "");
        else if (kind == "FILE") add(":files");
        else if (kind == "SECTION") add_sections();
        else if (kind == "CHART") add_charts();
        else if (kind == "SCENARIO") add_scenarios();
        else if (kind == "KIND") add_kinds();
        else if (kind == "TEXT") add_definitions();
        else if (kind == "TOPIC") add_all(constant_topics());
        else if (kind == "SHELL") add_all(std::vector<std::string_view>{"bash", "zsh", "fish"});
        else if (kind.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos && !kind.empty())
            add(kind);  // `[json]`: as it stands
    }

    template <class Texts>
    void add_all(const Texts& texts) {
        for (const auto& text : texts) add(text);
    }

    void add_workloads() {
        for (const auto& preset : find_presets(setting_.environment)) add(preset.name, preset.title);
        add(":files");
    }

    /// What one can read off the workload at hand, without options. False where there is none, or it has errors.
    template <class Use>
    bool with_workload(Use use) {
        if (line_.words.empty() || line_.words.front() == "-") return false;
        try {
            use(line_.words.front());
            return true;
        } catch (const InputError&) {
            return false;
        }
    }

    void add_quantities() {
        const bool known = with_workload([&](const std::string& workload) {
            for (const auto& quantity : estimate_for({}, workload, setting_).model.quantities) {
                if (quantity.definition == nullptr) add(quantity.name, "own quantity");
                else if (!quantity.definition->internal) add(quantity.name, quantity.definition->meaning);
            }
        });
        if (!known) add_definitions();
    }

    void add_inputs(std::string_view end) {
        if (line_.command != nullptr && line_.command->takes != Takes::workload) return;
        with_workload([&](const std::string& workload) {
            for (const auto& quantity : estimate_for({}, workload, setting_).model.quantities) {
                if (quantity.origin == Origin::computed || quantity.definition == nullptr) continue;
                add(fmt::format("{}{}", quantity.name, end), quantity.definition->meaning);
            }
        });
    }

    void add_definitions() {
        for (const auto& row : built_in_catalog().definitions) add(row.name, row.meaning);
    }

    void add_kinds() {
        for (const auto& kind : built_in_catalog().kinds) add(kind.name, kind.title);
    }

    void add_sections() {
        with_workload([&](const std::string& workload) {
            const Report page = describe_page(estimates_of(workload, setting_), Audience::people, setting_);
            const std::string names = section_names(page);
            for (const auto name : split(names, ',')) add(trim(name));
        });
    }

    void add_charts() {
        with_workload([&](const std::string& workload) {
            for (const auto& block : describe_page(estimates_of(workload, setting_), Audience::page, setting_).blocks) {
                if (const auto* chart = std::get_if<Chart>(&block)) add(chart->name);
            }
        });
    }

    void add_scenarios() {
        with_workload([&](const std::string& workload) {
            for (const auto& each : read_workload(workload, setting_.environment).scenarios)
                add(each.name.text, changes_text(each));
        });
    }

    const UnfinishedLine& line_;
    const CommandSetting& setting_;
    std::vector<NextWord> words_;
};

}  // namespace

std::vector<NextWord> next_words(const std::vector<std::string>& arguments, const CommandSetting& setting) {
    const UnfinishedLine line = read_unfinished_line(arguments);
    return Offer(line, setting).words();
}

std::vector<NextWord> next_options(const std::vector<std::string>& arguments) {
    const UnfinishedLine line = read_unfinished_line(arguments);
    const Command& command = line.command != nullptr ? *line.command : *find_command("estimate");
    std::vector<NextWord> words;
    for (const auto& option : all_options()) {
        if (applies(option, command))
            words.push_back({std::string(split(option.flags, ',').back()), meaning_of(option, command)});
    }
    words.push_back({"--help", "what the command takes"});
    if (line.command == nullptr) words.push_back({"--version", "which bote this is"});
    return words;
}

}  // namespace bote
