// What is known, in sentences: one for each input. Values only, no formulas, since finding those is the exercise.

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "bote/base/index.hpp"
#include "bote/base/text.hpp"
#include "bote/practice/problem.hpp"
#include "sentence_texts.hpp"
#include "told.hpp"
#include "told_inputs.hpp"
#include "wording.hpp"

namespace bote {
namespace {

/// "hour" of "1 h", so that it comes every hour; anything else as it is.
std::string one_of_a_kind(const std::string& spoken) {
    constexpr std::pair<std::string_view, std::string_view> kSingle[] = {
        {"1 s", "second"}, {"1 min", "minute"}, {"1 h", "hour"}, {"1 day", "day"}, {"1 year", "year"}};
    for (const auto& [number, word] : kSingle) {
        if (spoken == number) return std::string(word);
    }
    return spoken;
}

const SentenceText* find_sentence(std::string_view definition) {
    const auto* row = std::find_if(std::begin(kSentences), std::end(kSentences),
                                   [&](const SentenceText& each) { return each.definition == definition; });
    return row == std::end(kSentences) ? nullptr : row;
}

/// One input in a sentence, by its row of the table.
class Sentence {
public:
    Sentence(const Estimate& estimate, const ToldInputs& inputs, const Wording& wording)
        : estimate_(estimate), model_(estimate.model), inputs_(inputs), wording_(wording) {}

    std::string of(QuantityIndex index, std::string_view pattern) const {
        const ModelQuantity& each = model_[index];
        const double value = estimate_.values.quantities[index];
        for (const auto& fixed : kFixedSentences) {
            if (fixed.value == value && fixed.definition == each.definition->name) return std::string(fixed.text);
        }
        if (pattern == each.definition->meaning) return meaning_sentence(each, value);
        const RateText rate = rate_text(value, as_written(each), model_.conventions);
        const bool one_named = model_.objects.size() == 1 && each.object >= 0;
        std::string text(pattern_for(index, pattern));
        const auto put = [&](std::string_view mark, const std::string& by) {
            if (const auto place = text.find(mark); place != std::string::npos) text.replace(place, mark.size(), by);
        };
        std::string number = rate.number;
        put("{times}", number == "one" ? "once" : number + " times");
        if (one_named && wording_.writes != "writes")
            number += " " + (number == "one" ? model_.objects.front() : plural_of(model_.objects.front()));
        const std::string spoken = spoken_value(each, value);
        put("every {v}", "every " + one_of_a_kind(spoken));
        put("{v}", spoken);
        if (text.find("{window}") != std::string::npos) put("{window}", window_text(each));
        put("{n}", number);
        put("{are}", rate.number == "one" ? "is" : "are");
        put("{ones}", rate.number == "one" ? "is" : "ones are");
        put("{rate_reads}", rate.number == "one" ? "read" : "reads");
        put("{per}", rate.per);
        put("{One}", one_named && wording_.writes != "writes" ? "One " + model_.objects.front() : "One");
        put("{people}", value == 1 ? "person" : "people");
        put("{reads}", value == 1 ? "read" : "reads");
        put("{os}", each.object >= 0 ? plural_of(model_.objects[at(each.object)]) : "them");
        put("{w+}", stem_of(wording_.writes));
        put("{r+}", stem_of(wording_.reads));
        put("{w}", wording_.writes);
        put("{r}", wording_.reads);
        put("{written}", past_of(wording_.writes));
        put("{read}", past_of(wording_.reads));
        put("{All}", inputs_.is_alike(index) ? "All of it is" : "They are");
        return pattern.starts_with('{') ? capital(text) : text;
    }

private:
    /// "a day's reads are", "what is read in 10 min is"
    std::string window_text(const ModelQuantity& each) const {
        const auto windows = inputs_.values_of("cache_window", each.object);
        if (!inputs_.windows_alike()) return "what is read in that time is";
        if (windows.empty() || windows.front() == model_.conventions.day) return "a day's reads are";
        return fmt::format("what is read in {} is", format(windows.front(), *parse_display("s"), model_.conventions));
    }

    /// Where one read returns several objects, reads are counted and not what is read.
    std::string_view pattern_for(QuantityIndex index, std::string_view pattern) const {
        const ModelQuantity& each = model_[index];
        const std::string_view name = each.definition->name;
        if (name == "replication" && !inputs_.is_alike(index)) return "{v} copies of each.";
        const bool several = each.object >= 0 && !inputs_.values_of("items_per_read", each.object).empty();
        if (several && name == "reads_per_user") return "Each user {r} {times}{per}.";
        if (several && (name == "reads" || name == "read_qps")) return "{n} {rate_reads}{per}.";
        if (name == "horizon" && inputs_.starts_empty()) return "Plan for {v} from now. Nothing is stored today.";
        return pattern;
    }

    std::string spoken_value(const ModelQuantity& each, double value) const {
        std::string text = format(value, each.display, model_.conventions);
        if (each.display.numerator == Numerator::ratio && text.ends_with(":1")) text.resize(text.size() - 2);
        return text;
    }

    std::string meaning_sentence(const ModelQuantity& each, double value) const {
        std::string text(each.definition->meaning.substr(0, each.definition->meaning.find_first_of(";:,")));
        if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
        return fmt::format("{}: {}.", text, spoken_value(each, value));
    }

    const Estimate& estimate_;
    const Model& model_;
    const ToldInputs& inputs_;
    const Wording& wording_;
};

class Teller {
public:
    Teller(const Estimate& estimate, const std::vector<Prompt>& prompts, const Wording& wording)
        : model_(estimate.model),
          wording_(wording),
          inputs_(estimate, prompts),
          sentence_(estimate, inputs_, wording),
          of_objects_(model_.objects.size() + 1) {
        for (const QuantityIndex i : model_.quantities.indices()) {
            if (!inputs_.is_needed(i) || model_[i].tier >= 0) continue;
            needed_.push_back(i);
            of_objects_[at(model_[i].object + 1)].push_back(i);
        }
    }

    std::vector<std::string> run() {
        add(paragraph(Paragraph::users, -1), "");
        for (std::size_t i = 0; i < model_.objects.size(); ++i) {
            const bool named = model_.objects.size() > 1 || wording_.writes == "writes";
            add(paragraph(Paragraph::object, static_cast<int>(i)),
                named ? capital(plural_of(model_.objects[i])) + ": " : "");
        }
        add(paragraph(Paragraph::object, -1), "");
        for (std::size_t i = 0; i < model_.tiers.size(); ++i)
            add(tier_paragraph(static_cast<int>(i)), capital(model_.tiers[i].title) + ": ");
        add(paragraph(Paragraph::policy, -1), "");
        return std::move(paragraphs_);
    }

private:
    void add(const std::string& text, const std::string& title) {
        if (!text.empty()) paragraphs_.push_back(title + text);
    }

    /// The sentences of one paragraph, in the order of the table, those without a row at its end.
    std::string paragraph(Paragraph wanted, int object) {
        std::string text;
        std::set<std::string> told;
        const auto tell = [&](QuantityIndex index, std::string_view pattern) {
            const std::string sentence = sentence_.of(index, pattern);
            if (told.insert(sentence).second) text += (text.empty() ? "" : " ") + sentence;
        };
        const auto& inputs = wanted == Paragraph::object ? of_objects_[at(object + 1)] : needed_;
        for (const auto& row : kSentences) {
            const bool policy_of_one = wanted == Paragraph::object && row.paragraph == Paragraph::policy;
            if (row.paragraph != wanted && !policy_of_one) continue;
            for (const QuantityIndex i : inputs) {
                if (model_[i].definition->name != row.definition) continue;
                const bool elsewhere = inputs_.is_alike(i) ? policy_of_one : wanted == Paragraph::policy;
                if (!elsewhere) tell(i, row.text);
            }
        }
        if (wanted != Paragraph::object) return text;
        for (const QuantityIndex i : inputs) {
            if (find_sentence(model_[i].definition->name) == nullptr) tell(i, model_[i].definition->meaning);
        }
        return text;
    }

    std::string tier_paragraph(int tier) {
        std::vector<std::string> sentences;
        for (const QuantityIndex i : model_.quantities.indices()) {
            if (model_[i].tier != tier || !inputs_.is_needed(i)) continue;
            const SentenceText* row = find_sentence(model_[i].definition->name);
            sentences.push_back(sentence_.of(i, row == nullptr ? model_[i].definition->meaning : row->text));
        }
        return join(sentences, " ");
    }

    const Model& model_;
    const Wording& wording_;
    ToldInputs inputs_;
    Sentence sentence_;
    std::vector<QuantityIndex> needed_;                   // but for those of tiers
    std::vector<std::vector<QuantityIndex>> of_objects_;  // those of the workload, then of each object
    std::vector<std::string> paragraphs_;
};

}  // namespace

std::vector<std::string> sentences_of(const Estimate& estimate, const std::vector<Prompt>& prompts,
                                      const Wording& wording) {
    return Teller(estimate, prompts, wording).run();
}

}  // namespace bote
