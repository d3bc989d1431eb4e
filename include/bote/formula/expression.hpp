#pragma once
// A formula after parsing: a flat tree in postfix order (arguments stand before what uses them), so that
// whatever walks it is a loop, not a recursion.
//
//   Expression tree = parse_formula(Text{"300M * 50%"}, {});
//   tree.nodes.back().op                     // Op::multiply

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "bote/base/source.hpp"
#include "bote/formula/operation.hpp"
#include "bote/units/unit.hpp"

namespace bote {

struct Prepared;

/// A piece of a source that is read as a formula, a name or a plain text.
struct Text {
    std::string text;
    Span span;  // where it stands
    bool exact =
        false;  // bytes of `text` are bytes of the source from span.begin on; else only the whole span is known
    std::string subject;                 // what messages begin with: the key
    const Prepared* prepared = nullptr;  // what parsing it gives, where that is known already

    /// The place of the bytes [begin, end) of `text`.
    [[nodiscard]] Span part(std::size_t begin, std::size_t end) const;
};

/// How a literal was written, where that matters later.
enum class Written : std::uint8_t {
    plain,
    percent,     // 20%
    ratio,       // 100:1
    attached_b,  // 1B: bytes or billion
    shared_b,    // the 8 of `8 + 4B`: bytes where that is bytes, else a plain number
};

struct Node {
    Op op = Op::literal;
    Written written = Written::plain;
    std::uint16_t arguments = 0;  // how many subtrees it takes
    std::uint32_t name = 0;       // Op::name: index into Expression::names
    double number = 0;            // Op::literal: number, magnitude and percent multiplied; Op::range: its level
    UnitIndex unit = kNoUnit;     // Op::literal: none for a count
    std::uint32_t begin = 0;      // bytes of the text
    std::uint32_t end = 0;
};

/// The nodes of a formula, wherever they are kept.
using Tree = std::span<const Node>;

struct Expression {
    std::vector<Node> nodes;
    std::vector<std::string> names;  // each once

    operator Tree() const { return nodes; }  // NOLINT(google-explicit-constructor): as a vector is a span
};

/// Whether an expression is one literal, perhaps with a sign.
bool is_lone_literal(Tree tree);

/// Whether a node is a call of `sum` or the like, which leave out an absent argument; whether any node of a tree is.
inline bool is_forgiving(const Node& node) { return row_of(node.op).forgiving; }
bool is_forgiving(Tree tree);

/// Whether it is a range or distribution, or has one in it.
bool is_uncertain(Tree tree);

/// Whether it names no quantity, so that its value is known without any other.
bool has_names(const Expression& expression);

}  // namespace bote
