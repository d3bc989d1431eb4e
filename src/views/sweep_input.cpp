#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "bote/base/index.hpp"
#include "bote/base/number_text.hpp"
#include "bote/base/text.hpp"
#include "bote/formula/check.hpp"
#include "bote/formula/parser.hpp"
#include "bote/model/compound.hpp"
#include "bote/model/value_problem.hpp"
#include "bote/views/asking.hpp"
#include "bote/views/common.hpp"
#include "bote/views/sweep.hpp"
#include "bote/yaml/yaml.hpp"

namespace bote {
namespace {

constexpr std::uint64_t kUsualSteps = 10;

Steps steps_between(double low, double high, const WantedSteps& wanted, double unit) {
    constexpr double kWide = 20;
    const bool by_ratio = wanted.by_ratio ? *wanted.by_ratio : low > 0 && high / low >= kWide;
    if (by_ratio && low <= 0) throw InputError(Error{{}, "--scale log: the low end is not above zero", ""});
    if (!by_ratio) return {low, high, wanted.count.value_or(kUsualSteps + 1)};
    if (!wanted.count && unit > 0) return {.spacing = Spacing::listed, .values = easy_steps(low, high, unit)};
    return {low, high, wanted.count.value_or(kUsualSteps), Spacing::ratio};
}

/// Whole numbers alone, each once; of very many steps those by ratio may repeat the small ones.
Steps whole(const Steps& steps) {
    constexpr std::uint64_t kMostListed = 10'000;
    Steps result{.spacing = Spacing::listed};
    if (count_of(steps) > kMostListed && steps.spacing != Spacing::listed) {
        result = steps;
        result.whole = true;
        result.from = std::ceil(steps.from);
        result.to = std::floor(steps.to);
        const double numbers = result.to - result.from + 1;
        if (steps.spacing == Spacing::difference && numbers < static_cast<double>(steps.count))
            result.count = static_cast<std::uint64_t>(std::max(1.0, numbers));
        return result;
    }
    for (std::uint64_t i = 0; i < count_of(steps); ++i) {
        const double value = std::round(value_at(steps, i));
        if (result.values.empty() || result.values.back() != value) result.values.push_back(value);
    }
    return result;
}

/// What may be tried for the quantity: within its bounds, and whole where only whole numbers make sense.
Steps checked(const Steps& steps, const ModelQuantity& quantity, const Span& where, const Conventions& conventions) {
    const Steps result = is_whole(quantity) ? whole(steps) : steps;
    // What is listed is meant as it is. Of steps, what lies between two ends that are possible is possible.
    std::vector<double> tried = steps.values;
    if (steps.spacing != Spacing::listed)
        tried = result.spacing == Spacing::listed ? result.values : std::vector{result.from, result.to};
    for (const double value : tried) {
        auto [what, hint] = value_problem(quantity, value, conventions);
        if (!what.empty()) throw InputError(Error{where, fmt::format("{}: {}", quantity.name, what), hint});
    }
    return result;
}

/// The values of `dau=1M..1B`, of which `word` is the whole and `equals` the place of its sign.
class SweepValues {
public:
    SweepValues(const std::string& word, std::string_view name, const ModelQuantity& quantity,
                const Conventions& conventions)
        : source_(make_source(show_in_line(word), word, SourceKind::option)),
          word_(word),
          equals_(word.find('=')),
          name_(name),
          quantity_(quantity),
          conventions_(conventions) {}

    [[nodiscard]] Steps read(const WantedSteps& wanted) const {
        const auto dots = word_.find("..", equals_);
        if (const auto third = word_.find("...", equals_); third != std::string::npos)
            throw InputError(
                Error{text_at(third, third + 3).span, "two dots stand between the ends", write_instead("...", "..")});
        const auto range = dots == std::string::npos ? as_range(part(equals_ + 1, word_.size())) : std::nullopt;
        if (range) throw InputError(Error{text_at(equals_ + 1, word_.size()).span, kOneByOne, ends_instead(*range)});
        return dots == std::string::npos ? listed() : between(dots, wanted);
    }

private:
    enum class Reading { as_given, plain };

    static constexpr const char* kOneByOne = "a sweep takes one value after the other";

    /// `1M to 5M`, as a sweep has its ends.
    [[nodiscard]] Hint ends_instead(std::string range) const {
        constexpr std::string_view kTo = " to ";
        range.replace(range.find(kTo), kTo.size(), "..");
        return write_instead(word_, fmt::format("{}={}", name_, range));
    }

    /// A value of the quantity, or a range of them, read as the quantity's formula would be; or a plain number.
    [[nodiscard]] Expression read_value(const Text& text, Reading reading) const {
        Expression tree = parse_formula(text, {});
        const bool yearly = quantity_.definition != nullptr && quantity_.definition->yearly;
        if (yearly && reading == Reading::as_given) compound(tree, conventions_);
        if (has_names(tree)) throw InputError(Error{text.span, "expected a value", "write a number with its unit"});
        check_pair(text);
        check_factor(text, tree, quantity_.display);
        if (reading == Reading::as_given) check_percent_signs(text, tree, quantity_.display);
        resolve_units(text, tree, {}, reading == Reading::plain ? kCount : quantity_.display.dimension);
        return tree;
    }

    [[nodiscard]] Text text_at(std::size_t begin, std::size_t end) const {
        return Text{word_.substr(begin, end - begin), {source_, begin, end}, true, name_};
    }

    [[nodiscard]] std::string_view part(std::size_t begin, std::size_t end) const {
        return trim(std::string_view(word_).substr(begin, end - begin));
    }

    /// `dau in million=1..5`: plain numbers are in the unit that was asked for.
    [[nodiscard]] bool is_in_asked_unit(std::string_view text) const {
        double value = 0;
        return quantity_.display.asked && read_whole_double(text, value);
    }

    /// What is said of `1 to 5M` is said of `1..5M`.
    [[nodiscard]] Expression read_range(const Text& range, Reading reading) const {
        try {
            return read_value(range, reading);
        } catch (const InputError& problem) {
            Error error = problem.errors().front();
            for (std::string* said : {&error.what, &error.hint.text}) {
                for (auto at = said->find(" to "); at != std::string::npos; at = said->find(" to ", at))
                    said->replace(at, 4, "..");
            }
            error.hint.instead.clear();
            throw InputError(std::move(error));
        }
    }

    /// `1,2,5M`: one or a million, two or two million.
    void check_magnitudes(const std::vector<Text>& texts) const {
        std::vector<LeadingNumber> numbers;
        for (const Text& text : texts) numbers.push_back(leading_number(text).value_or(LeadingNumber{}));
        for (std::size_t i = 0; i + 1 < texts.size(); ++i) {
            const auto next = std::find_if(numbers.begin() + static_cast<std::ptrdiff_t>(i) + 1, numbers.end(),
                                           [](const LeadingNumber& each) { return each.magnitude.has_value(); });
            const bool is_open = !numbers[i].magnitude && numbers[i].number != 0 && next != numbers.end() &&
                                 numbers[i].number < next->number;
            if (is_open)
                throw InputError(
                    Error{texts[i].span,
                          fmt::format("'{}' may lack the magnitude of '{}'", trim(texts[i].text),
                                      trim(texts[position_of(next, numbers)].text)),
                          "write each number with its magnitude, as in `dau=1M,2M,5M`, or all of them in full"});
        }
    }

    [[nodiscard]] Steps between(std::size_t dots, const WantedSteps& wanted) const {
        Text range = text_at(equals_ + 1, word_.size());
        range.text.replace(dots - equals_ - 1, 2, " to ");
        range.exact = false;
        const bool plain = is_in_asked_unit(part(equals_ + 1, dots)) && is_in_asked_unit(part(dots + 2, word_.size()));
        const double size = plain ? unit_size(quantity_.display, conventions_) : 1;
        const Expression tree = read_range(range, plain ? Reading::plain : Reading::as_given);
        auto ends = range_ends(tree, conventions_);
        if (ends) ends = {ends->first * size, ends->second * size};
        if (!ends || !(ends->first < ends->second)) {
            const bool swapped = ends && ends->first > ends->second;
            throw InputError(Error{
                range.span, "the low end is not below the high end",
                swapped ? fmt::format("write `{}={}..{}`", name_, part(dots + 2, word_.size()), part(equals_ + 1, dots))
                        : "write `dau=1M..1B`"});
        }
        const double unit = scale_for(ends->second, quantity_.display, conventions_).divisor;
        return checked(steps_between(ends->first, ends->second, wanted, unit), quantity_, range.span, conventions_);
    }

    [[nodiscard]] Steps listed() const {
        Steps steps{.spacing = Spacing::listed};
        std::vector<Text> texts;
        for (std::size_t begin = equals_ + 1; begin <= word_.size(); begin = texts.back().span.end + 1)
            texts.push_back(text_at(begin, std::min(word_.find(',', begin), word_.size())));
        check_magnitudes(texts);
        for (const Text& text : texts) {
            const bool plain = is_in_asked_unit(trim(text.text));
            const Expression tree = read_value(text, plain ? Reading::plain : Reading::as_given);
            if (range_ends(tree, conventions_))
                throw InputError(Error{text.span, kOneByOne, fmt::format("write `{}=1M..2M`", name_)});
            const double size = plain ? unit_size(quantity_.display, conventions_) : 1;
            steps.values.push_back(evaluate(tree, {}, conventions_) * size);
        }
        return checked(steps, quantity_, text_at(equals_ + 1, word_.size()).span, conventions_);
    }

    SourcePtr source_;
    const std::string& word_;
    std::size_t equals_;
    std::string name_;
    const ModelQuantity& quantity_;
    const Conventions& conventions_;
};

}  // namespace

SweepInput read_sweep_input(const std::string& word, Estimate& estimate, const WantedSteps& wanted) {
    check_text(make_source(show_in_line(word), word, SourceKind::option));
    const AskedInput asked = read_input_name(word.substr(0, word.find('=')));
    SweepInput input{find_input(asked, estimate.model), {}};
    const ModelQuantity& quantity = estimate.model[input.quantity];
    input.steps = SweepValues(word, asked.name, quantity, estimate.model.conventions).read(wanted);
    return input;
}

}  // namespace bote
