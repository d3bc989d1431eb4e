// Copies and erasure coding: what a file says of them, and which of the two is in force.

#include <utility>

#include <fmt/format.h>

#include "bote/formula/coding.hpp"
#include "bote/formula/lexer.hpp"
#include "bote/units/display.hpp"
#include "reader.hpp"

namespace bote {

bool Reader::is_coding(NodeIndex id) const { return !nodes_.is_own(id) && nodes_.definition(id).unit == kCodingUnit; }

/// `replication: 8+4` would be twelve copies, and says the parts of erasure coding; `1 + 2` is a primary with replicas.
void Reader::refuse_coding(const Given& given) const {
    if (nodes_.is_own(given.id) || !is_like_coding(*given.formula)) return;
    const Definition& definition = nodes_.definition(given.id);
    if (definition.display.numerator != Numerator::times || definition.display.dimension != kCount) return;
    const Tree nodes = given.formula->nodes();
    const double data = nodes[0].number;
    const double all = data + nodes[1].number;
    constexpr double kFewest = 3;  // parts of data
    if (data < kFewest || data <= all - data) return;
    const bool has_coding = definition.name == "replication";
    throw InputError(
        formula_error(given.value, 0, given.value.text.size(), "a sum of two counts is how erasure coding is written",
                      fmt::format("write {}, or {:.0f} for so many copies",
                                  has_coding ? fmt::format("`erasure_coding: {}`", given.value.text)
                                             : fmt::format("{} for {:.0f} parts of data and {:.0f} of parity",
                                                           format_number(all / data, kWorkingDigits), data, all - data),
                                  all)));
}

/// `8+4` says two things: disk for each byte of data, and that eight parts have to be there.
void Reader::add_data_parts(const Given& coding, Givens& givens) const {
    auto parts = data_parts_of(coding.value);
    const auto definition = nodes_.catalog().find("data_parts");
    if (!parts || !definition) return;  // the first is refused as it is read
    Given given = coding;
    given.id = nodes_.id(*definition, coding.scope);
    given.value = std::move(*parts);
    given.value.subject = nodes_.name(given.id);
    given.implied = true;
    nodes_.give_policy(*definition);
    givens.all.push_back(std::move(given));
}

/// Copies and erasure coding are two answers to one question: the nearest wins, the object's own before the general
/// one, and in one place the later layer. What loses must leave nothing in force, neither its factor nor its parts.
void Reader::choose_redundancy(Givens& givens) {
    const auto copies = nodes_.catalog().find("replication");
    const auto coding = nodes_.catalog().find("erasure_coding");
    const auto parts = nodes_.catalog().find("data_parts");
    if (!copies || !coding || !parts) return;
    const auto last_of = [&](DefinitionIndex definition, int scope) -> const Given* {
        const NodeIndex id = nodes_.id(definition, scope);
        const Given* last = nullptr;
        for (const auto& given : givens.all) {
            if (given.id == id && (last == nullptr || given.layer >= last->layer)) last = &given;
        }
        return last;
    };
    const Given* of_all[] = {last_of(*copies, 0), last_of(*coding, 0)};
    for (int scope = 0; scope < nodes_.scopes(); ++scope) {
        const Given* own[] = {last_of(*copies, scope), last_of(*coding, scope)};
        const auto wins = [&](std::size_t one, std::size_t other) {
            if (own[one] == nullptr) return false;
            if (own[other] != nullptr) return own[one]->layer > own[other]->layer;
            return scope > 0 && of_all[other] != nullptr;
        };
        if (wins(0, 1)) imply(*own[0], *parts, scope, "1", givens);
        if (wins(1, 0)) imply(*own[1], *copies, scope, "erasure_coding", givens);
    }
}

/// A value that goes without saying beside a given one.
void Reader::imply(const Given& beside, DefinitionIndex definition, int scope, std::string_view value, Givens& givens) {
    Given given = beside;
    given.id = nodes_.id(definition, scope);
    given.scope = scope;
    given.value = {std::string(value), beside.value.span, false, nodes_.name(given.id)};
    given.implied = true;
    if (nodes_.has_objects()) nodes_.give_policy(definition);
    givens.all.push_back(std::move(given));
}

}  // namespace bote
