// From lines of the file to values of the graph. Each setting goes through the same steps: its key is resolved to a
// quantity (or refused, with the nearest name), its text is parsed, the names in it are bound to quantities in its
// scope, and its dimension is checked against that of the quantity. Errors are collected, so that a file is corrected
// in one go. Layers come in order, and the last one wins: profile, file, options.

#include "reader.hpp"

#include <algorithm>
#include <unordered_set>

#include <fmt/format.h>

#include "bote/base/index.hpp"
#include "bote/base/text.hpp"
#include "bote/formula/check.hpp"
#include "bote/formula/coding.hpp"
#include "bote/formula/lexer.hpp"
#include "bote/model/compound.hpp"
#include "bote/units/near_unit.hpp"

namespace bote {

Givens Reader::read(const Workload& workload, const Overlay& overlay) {
    Givens givens;
    check_names(workload);
    for (const auto& setting : overlay.profile) add(setting, 0, givens);
    for (const auto& setting : workload.settings) add(setting, 0, givens);
    for (std::size_t i = 0; i < workload.objects.size(); ++i) {
        for (const auto& setting : workload.objects[i].settings) add(setting, static_cast<int>(i) + 1, givens);
    }
    read_tiers(workload, givens);
    for (std::size_t i = 0; i < workload.own.size(); ++i) add_own(workload.own[i], i, givens);
    for (const auto& setting : overlay.options) add(setting, 0, givens);
    choose_redundancy(givens);
    imply_peaks(givens);
    for (auto& given : givens.all) parse(given);
    givens.in_force.assign(nodes_.size(), nullptr);
    for (const auto& given : givens.all) {
        const Given*& place = givens.in_force[given.id];
        if (place != nullptr && place->layer == Layer::file && given.layer == Layer::file) {
            errors_.push_back(
                {given.key.span, fmt::format("'{}' is given twice", nodes_.name(given.id)), "keep one of them"});
        }
        place = &given;
    }
    resolve_own(givens);
    for (auto& given : givens.all) {
        if (given.id == NodeIndex::none || !given.sound || nodes_.is_own(given.id)) continue;
        resolve_given(given, dimension_of(given.id));
        if (given.sound) check_literal(given);
    }
    return givens;
}

void Reader::add(const Setting& setting, int scope, Givens& givens) {
    Given given;
    given.scope = scope;
    given.key = setting.key;
    given.value = setting.value;
    given.layer = setting.layer;
    given.implied = setting.implied;
    given.asked = setting.implied;
    resolve_key(setting, scope, given);
    if (given.id == NodeIndex::none) return refuse_key(setting, scope);
    if (given.key.text == "copies" && !nodes_.is_tier_scope(scope))  // a step, which hardly anyone means
        errors_.push_back({given.key.span, "'copies' is a number of servers, worked out from what is stored",
                           did_you_mean("copies", "replication")});
    given.value.subject = nodes_.name(given.id);
    if (!nodes_.is_own(given.id) && nodes_.scope_of(given.id) == 0 && nodes_.has_objects() &&
        nodes_.definition(given.id).kind == Class::policy) {
        nodes_.give_policy(nodes_.definition_of(given.id));
    }
    givens.all.push_back(std::move(given));
    if (is_coding(givens.all.back().id)) add_data_parts(givens.all.back(), givens);
}

void Reader::add_own(const OwnQuantity& own, std::size_t index, Givens& givens) {
    const auto unit = own.unit ? parse_display(trim(own.unit->text)) : std::nullopt;
    if (own.unit && (!unit || trim(own.unit->text).empty())) refuse_unit(own);
    const Display display = unit.value_or(Display{});
    own_dimensions_.push_back(unit ? std::optional(display.dimension) : std::nullopt);
    own_displays_.push_back(own.asked && unit ? as_asked(display) : display);
    own_units_.push_back(unit.has_value());
    Given given;
    given.id = nodes_.own_id(index);
    given.key = own.name;
    given.value = own.value;
    given.layer = own.layer;
    given.asked = own.asked;
    given.implied = own.implied;
    givens.all.push_back(std::move(given));
}

void Reader::refuse_unit(const OwnQuantity& own) {
    const std::string_view unit = trim(own.unit->text);
    if (const auto readings = ambiguous_unit(unit); !readings.empty()) {
        errors_.push_back({own.unit->span, fmt::format("'{}' could be bits or bytes", unit), std::string(readings)});
        return;
    }
    const auto near = near_unit(unit, std::nullopt, fits_behind_number);
    errors_.push_back({own.unit->span,
                       unit.empty() ? "expected a unit between the brackets" : fmt::format("'{}' is not a unit", unit),
                       near        ? did_you_mean(unit, *near)
                       : own.asked ? Hint("write `in TB`, `in 1/min` or `in %`")
                                   : Hint("write `[/s]`, `[GB/day]` or `[%]`")});
}

Vocabulary Reader::vocabulary(int scope) const {
    Vocabulary result;
    result.is_word = [this](std::string_view word) { return nodes_.is_object_word(word); };
    // Behind a number `copies` counts, whatever the model calls so; an own quantity may be meant as a factor.
    result.is_quantity = [this, scope](std::string_view word) {
        const auto found = nodes_.find_quantity(word, scope);
        return found && (nodes_.is_own(*found) || !is_counting_word(word));
    };
    for (const auto& object : nodes_.objects()) result.words.push_back(object);
    return result;
}

void Reader::parse(Given& given) {
    const bool yearly = !nodes_.is_own(given.id) && nodes_.definition(given.id).yearly;
    try {
        Vocabulary words = vocabulary(given.scope);
        if (!nodes_.is_own(given.id)) words.wanted = dimension_of(given.id);
        given.formula = &formulas_.trees.emplace_back(parse_formula(given.value, words));
        if (is_coding(given.id)) read_coding(given.value, *given.formula);
        else refuse_coding(given);
        if (yearly) compound(*given.formula, conventions_);
        given.sound = bind(given.value, *given.formula, given.scope, given.names) && check_whole(given);
        if (given.sound && !nodes_.is_own(given.id)) check_shape(given);
    } catch (const InputError& problem) {
        given.sound = false;
        errors_.insert(errors_.end(), problem.errors().begin(), problem.errors().end());
    }
}

namespace {

/// Whether a number is written before the slash before a word, as in `$5/month/user`. In `dau: users` and
/// `cost / users` the word would stand for one user, whatever `dau` is. The words before it are known to be good.
bool counts_a_number(Tree tree, std::size_t word, const std::vector<Resolved>& names) {
    if (word == 0 || word + 1 == tree.size() || tree[word + 1].op != Op::divide) return false;
    const Node& divided = tree[leaf_before(tree, word)];
    return divided.op != Op::name || names[divided.name].is_word;
}

}  // namespace

bool Reader::bind(const Text& text, Tree tree, int scope, std::vector<Resolved>& into) {
    into.reserve(count_names(tree));
    for (std::size_t i = 0; i < tree.size(); ++i) {
        const Node& node = tree[i];
        if (node.op != Op::name) continue;
        const auto name = std::string_view(text.text).substr(node.begin, node.end - node.begin);
        if (node.name == into.size()) {
            const auto found = nodes_.resolve(name, scope);
            into.push_back(found.value_or(Resolved{}));
            if (!found) {
                refuse_name(text, node, name, scope);
                return false;
            }
        }
        if (into[node.name].is_word && !counts_a_number(tree, i, into)) {
            refuse_word(text, node, name, scope);
            return false;
        }
    }
    return true;
}

std::vector<BoundExpectation> Reader::read_expectations(const Workload& workload,
                                                        std::vector<std::vector<Resolved>>& names) {
    std::vector<BoundExpectation> result;
    result.reserve(workload.expectations.size());
    names.reserve(2 * workload.expectations.size());
    const Vocabulary words = vocabulary(0);
    for (const auto& text : workload.expectations) {
        try {
            if (auto bound = read_expectation(text, words, names)) result.push_back(std::move(*bound));
        } catch (const InputError& problem) {
            errors_.insert(errors_.end(), problem.errors().begin(), problem.errors().end());
        }
    }
    return result;
}

std::optional<BoundExpectation> Reader::read_expectation(const Text& text, const Vocabulary& words,
                                                         std::vector<std::vector<Resolved>>& names) {
    BoundExpectation bound;
    bound.text = std::string(trim(text.text));
    bound.where = text.span;
    std::vector<Resolved> left;
    std::vector<Resolved> right;
    Expectation parsed = parse_expectation(text, words);
    if (!bind(text, parsed.left, 0, left) || !bind(text, parsed.right, 0, right)) return std::nullopt;
    const bool of_coding = left.size() == 1 && left.front().id != NodeIndex::none && is_coding(left.front().id);
    if (of_coding && is_like_coding(parsed.right)) read_coding(text, parsed.right);
    bound.dimension = resolve_units(text, parsed, dimensions(left), dimensions(right));
    check_claimed_share(text, parsed.left, left, parsed.right);
    check_claimed_share(text, parsed.right, right, parsed.left);
    bound.terms = parsed.terms;
    bound.left = formulas_.trees.emplace_back(std::move(parsed.left));
    bound.right = formulas_.trees.emplace_back(std::move(parsed.right));
    names.push_back(std::move(left));
    names.push_back(std::move(right));
    return bound;
}

}  // namespace bote
