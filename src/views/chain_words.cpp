#include "chain_words.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>

#include <fmt/format.h>

#include "bote/base/index.hpp"
#include "bote/base/precise.hpp"
#include "bote/base/text.hpp"
#include "bote/formula/print.hpp"

namespace bote {
namespace {

struct Said {
    std::string_view name;  // of a definition
    std::string_view words;
};

/// What a quantity counts, where its unit does not say so.
constexpr Said kCounted[] = {
    {"writes", "writes"},
    {"reads", "reads"},
    {"items_read", "objects read"},
    {"new_objects", "new objects"},
    {"retained_objects", "objects"},
    {"pushes", "pushes"},
    {"deliveries", "deliveries"},
};

/// What a factor is for.
constexpr Said kFactors[] = {
    {"peak_factor", "at the peak"},    {"growth_factor", "of growth"},     {"user_growth", "of growth"},
    {"replication", "copies"},         {"items_per_read", "objects each"}, {"fanout", "deliveries each"},
    {"recipients", "recipients each"},
};

/// What a summand is, where its name is no words.
constexpr Said kSummands[] = {
    {"write_qps", "writes"},         {"peak_write_qps", "writes"},
    {"read_qps", "reads"},           {"peak_read_qps", "reads"},
    {"busy_write_qps", "writes"},    {"busy_read_qps", "reads"},
    {"database_read_qps", "reads"},  {"database_read_operations", "reads"},
    {"ingress", "incoming bytes"},   {"peak_ingress", "incoming bytes"},
    {"egress", "outgoing bytes"},    {"peak_egress", "outgoing bytes"},
    {"app.servers", "application"},  {"app.machines", "application"},
    {"cache.servers", "cache"},      {"cache.machines", "cache"},
    {"database.servers", "storage"}, {"database.machines", "storage"},
};

template <std::size_t N>
std::string_view words_for(const Said (&rows)[N], const ModelQuantity& quantity) {
    if (quantity.definition == nullptr) return "";
    const auto* row = std::find_if(std::begin(rows), std::end(rows),
                                   [&](const Said& each) { return each.name == quantity.definition->name; });
    return row == std::end(rows) ? "" : row->words;
}

/// "servers" of `app.servers [servers]`.
std::string_view counted(const ModelQuantity& quantity) {
    if (const auto words = words_for(kCounted, quantity); !words.empty()) return words;
    if (quantity.definition == nullptr || quantity.definition->internal) return "";
    const std::string_view unit = quantity.definition->unit;
    const bool word = unit == "users" || unit == "servers" || unit == "shards";
    return word ? unit : "";
}

const Conventions& conventions_of(const Working& working, Figures figures) {
    const Model& model = working.estimate->model;
    return figures.arithmetic == Arithmetic::exact ? model.conventions : model.whiteboard;
}

/// 86400 as "86,400", a power of ten as "10^5".
std::string grouped(double number) {
    constexpr double kLeastPower = 1e5;
    const double power = std::round(precise::log10(number));
    if (number >= kLeastPower && number == precise::pow(10.0, power)) return fmt::format("10^{}", power);
    std::string text = fmt::format("{:.0f}", number);
    constexpr std::ptrdiff_t kGroup = 3;
    for (auto place = std::ssize(text) - kGroup; place > 0; place -= kGroup) text.insert(at(place), ",");
    return text;
}

/// "200 B + 50 B": what the size of one object that nobody gave is made of, down to what somebody gave; nothing for one
/// that was given. As long as there is room: a part of it for each value that is worded.
std::string made_of(const Working& working, QuantityIndex quantity, Figures figures, std::size_t& room) {
    const Reduced& formula = working.reduction.formulas[quantity];
    const ModelQuantity& each = quantity_of(working, quantity);
    const bool of_one = each.definition == nullptr || each.definition->kind == Class::object;
    if (names_in(formula).empty() || !of_one || !(each.display.dimension == kByte)) return "";
    if (room == 0) return "";
    --room;
    if (formula.nodes.size() == 1)
        return made_of(working, index_at<QuantityIndex>(formula.nodes.front().name), figures, room);
    const auto show = [&](std::uint32_t name) {
        const std::string inner = made_of(working, index_at<QuantityIndex>(name), figures, room);
        const std::string value = value_text(working, index_at<QuantityIndex>(name), figures);
        return ShownValue{inner.empty() ? value : "(" + inner + ")", std::nullopt};
    };
    return with_times(print_with_values(formula.nodes, formula.text, show));
}

/// Whether a time counts days of more traffic as more days: 90 days kept, 193 days' worth of the first one.
bool grows(const Working& working, QuantityIndex quantity) {
    const auto& nodes = working.reduction.formulas[quantity].nodes;
    return std::any_of(nodes.begin(), nodes.end(),
                       [](const Node& node) { return row_of(node.op).name == "grown_time"; });
}

}  // namespace

std::string spoken_rate(std::string text) {
    constexpr std::pair<std::string_view, std::string_view> kRates[] = {{"/day", " a day"},     {"/week", " a week"},
                                                                        {"/month", " a month"}, {"/year", " a year"},
                                                                        {"/min", " a minute"},  {"/h", " an hour"}};
    for (const auto& [written, words] : kRates) {
        for (auto place = text.find(written); place != std::string::npos; place = text.find(written, place + 1)) {
            const std::size_t end = place + written.size();
            const bool whole = end == text.size() || std::isalpha(static_cast<unsigned char>(text[end])) == 0;
            if (whole) text.replace(place, written.size(), words);
        }
    }
    return text;
}

std::string with_times(std::string text) {
    for (auto place = text.find(" * "); place != std::string::npos; place = text.find(" * ", place))
        text[place + 1] = 'x';
    return text;
}

std::string said(const Working& working, QuantityIndex quantity, Figures figures) {
    const double value = value_in(working, quantity, figures.arithmetic);
    const bool part =
        quantity_of(working, quantity).display.numerator == Numerator::whole && value != std::floor(value);
    if (part) return value < kSaidWhole ? format_number(value, figures.digits) : fmt::format("{:.0f}", value);
    std::string text = spoken_rate(value_text(working, quantity, figures));
    std::string noun(counted(quantity_of(working, quantity)));
    if (noun.empty() || text.find('/') != std::string::npos) return text;
    if (text == "1" || text.starts_with("1 a ")) noun.pop_back();
    const auto rate = text.find(" a ");
    return text.insert(rate == std::string::npos ? text.size() : rate, " " + noun);
}

std::string factor_said(const Working& working, QuantityIndex quantity, QuantityIndex carried, Figures figures) {
    const ModelQuantity& each = quantity_of(working, quantity);
    std::string text = spoken_rate(value_text(working, quantity, figures));
    if (text.ends_with(":1")) text.resize(text.size() - 2);
    if (const auto words = words_for(kFactors, each); !words.empty()) return fmt::format("{} {}", text, words);
    constexpr std::size_t kLongest = 40;
    std::size_t room = kLongest;
    const std::string parts = made_of(working, quantity, figures, room);
    if (room > 0 && !parts.empty() && parts.size() <= kLongest) return fmt::format("{} ({})", text, parts);
    if (each.display.numerator != Numerator::seconds) return text;
    const double time = value_in(working, quantity, figures.arithmetic);
    const double day = conventions_of(working, figures).day;
    const std::string rate = value_text(working, carried, figures);
    const std::string_view grown = grows(working, quantity) ? ", with growth" : "";
    if (rate.ends_with("/day") && text.find("day") == std::string::npos && time >= day)
        text += fmt::format(" ({} days{})", grouped(time / day), grown);
    else if (!grown.empty()) text += " (with growth)";
    if (rate.ends_with("/s") && text.find(" s") == std::string::npos && time >= 1)
        text += fmt::format(" ({} s)", grouped(time));
    return text;
}

std::string change_of_time(const Working& working, QuantityIndex from, QuantityIndex to, Figures figures) {
    const std::string before = value_text(working, from, figures);
    const std::string after = value_text(working, to, figures);
    const std::string day = grouped(conventions_of(working, figures).day) + " s";
    if (before.ends_with("/day") && after.ends_with("/s")) return "/ " + day;
    if (before.ends_with("/s") && after.ends_with("/day")) return "x " + day;
    return "";
}

std::string day_again(const Working& working, QuantityIndex carried, Figures figures) {
    const bool rate = value_text(working, carried, figures).ends_with("/s");
    return rate ? fmt::format("x 1 day ({} s)", grouped(conventions_of(working, figures).day)) : "";
}

std::string summand_label(const Model& model, QuantityIndex summand, QuantityIndex sum) {
    const ModelQuantity& part = model[summand];
    const ModelQuantity& whole = model[sum];
    if (part.object >= 0 && whole.object < 0 && model.objects.size() > 1) return "of " + model.objects[at(part.object)];
    if (const auto words = words_for(kSummands, part); !words.empty()) return fmt::format("of {}", words);
    std::string name(part.definition == nullptr ? part.name : part.definition->name);
    constexpr std::string_view kOfTier = "tier.";
    if (name.starts_with(kOfTier)) name.erase(0, kOfTier.size());
    std::replace(name.begin(), name.end(), '_', ' ');
    return "of " + name;
}

}  // namespace bote
