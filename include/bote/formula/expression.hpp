#pragma once
// A formula after parsing: a flat tree in postfix order (arguments stand before what uses them), so that
// whatever walks it is a loop, not a recursion.
//
//   Expression formula = parse_formula(Text{"300M * 50%"}, {});
//   formula.nodes().back().op                // Op::multiply

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bote/base/source.hpp"
#include "bote/formula/operation.hpp"
#include "bote/units/unit.hpp"

namespace bote {

struct Parsed;

/// A piece of a source that is read as a formula, a name or a plain text.
struct Text {
    std::string text;
    Span span;  // where it stands
    bool exact =
        false;  // bytes of `text` are bytes of the source from span.begin on; else only the whole span is known
    std::string subject;             // what messages begin with: the key
    const Parsed* parsed = nullptr;  // what the parser makes of it, where that is known already

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
    factor,      // 5x
};

struct Node {
    Op op = Op::literal;
    Written written = Written::plain;
    std::uint16_t arguments = 0;  // how many subtrees it takes
    std::uint32_t name = 0;       // Op::name: how many others come before its first use
    double number = 0;            // Op::literal: number, magnitude and percent multiplied; Op::range: its level
    UnitIndex unit = kNoUnit;     // Op::literal: none for a count
    std::uint32_t begin = 0;      // bytes of the text
    std::uint32_t end = 0;
};

/// The nodes of a formula, wherever they are kept.
using Tree = std::span<const Node>;

/// A formula: nodes of its own or, where it was parsed while bote was built, constants of the program, of which it
/// makes a copy only to change them.
class Expression {
public:
    Expression() = default;
    explicit Expression(Tree constants) : constants_(constants) {}
    explicit Expression(std::vector<Node> nodes) : own_(std::move(nodes)) {}

    [[nodiscard]] Tree nodes() const { return own_.empty() ? constants_ : Tree(own_); }
    operator Tree() const { return nodes(); }  // NOLINT(google-explicit-constructor): as a vector is a span

    /// Its own nodes, to be changed.
    std::vector<Node>& change() {
        if (own_.empty()) own_.assign(constants_.begin(), constants_.end());
        return own_;
    }

private:
    Tree constants_;
    std::vector<Node> own_;
};

/// How many names a formula has.
inline std::size_t count_names(Tree tree) {
    std::size_t count = 0;
    for (const Node& node : tree) {
        if (node.op == Op::name) count = std::max(count, std::size_t{node.name} + 1);
    }
    return count;
}

/// The names in a formula, each once, in the order of Node::name. They are parts of its text.
std::vector<std::string_view> names_of(std::string_view text, Tree tree);

/// The part of a formula that ends at a node: an operation with all its arguments.
Tree part_ending_at(Tree tree, std::size_t last);

/// The arguments of the operation that a tree ends with, in their order.
std::vector<Tree> arguments_of(Tree tree);

/// Whether an expression is one literal, perhaps with a sign.
bool is_lone_literal(Tree tree);

/// Whether a node is a call of `sum` or the like, which leave out an absent argument; whether any node of a tree is.
inline bool is_forgiving(const Node& node) { return row_of(node.op).forgiving; }
bool is_forgiving(Tree tree);

/// Whether it is a range or distribution, or has one in it.
bool is_uncertain(Tree tree);

/// Whether it is `5x`, or a range or distribution of such factors.
bool is_factor(Tree tree);

/// Whether it names no quantity, so that its value is known without any other.
bool has_names(Tree tree);

}  // namespace bote
