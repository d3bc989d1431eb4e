#include <fmt/format.h>

#include "bote/base/error.hpp"
#include "bote/generate/generate.hpp"
#include "bote/model/embedded.hpp"
#include "pieces.hpp"

namespace bote {

namespace {

/// Writes the nodes of one YAML tree, in the order of the text, and what its formulas are.
class FileWriter {
public:
    explicit FileWriter(std::string name) : name_(std::move(name)) {}

    std::string run(const YamlNode& root) {
        write(root, false);
        return (parsed_count_ == 0 ? "" : arrays()) +
               fmt::format("constexpr EmbeddedNode {}[] = {{\n{}}};\n", name_, rows_);
    }

private:
    /// Each ends with a guard: an array of none is not allowed.
    [[nodiscard]] std::string arrays() const {
        return fmt::format(
            "constexpr Node {0}_nodes[] = {{\n{1}    {{}}}};\n"
            "constexpr Parsed {0}_parsed[] = {{\n{2}    {{}}}};\n",
            name_, nodes_, parsed_);
    }

    void write(const YamlNode& node, bool is_expectation) {
        add(node.kind, node.flow, node.text, node.items.size() + node.entries.size(),
            node.kind == YamlNode::Kind::scalar ? parse(node.text, is_expectation) : "nullptr");
        for (const auto& item : node.items) write(item, is_expectation);
        for (const auto& entry : node.entries) {
            add(YamlNode::Kind::scalar, false, entry.key, 0, "nullptr");
            write(entry.value, entry.key.text == "expect");
        }
    }

    void add(YamlNode::Kind kind, bool flow, const Text& text, std::size_t children, std::string_view parsed) {
        rows_ += fmt::format("    {{static_cast<YamlNode::Kind>({}), {}, {}, {}, {}, {}, {}, {}}},\n",
                             static_cast<int>(kind), boolean(flow), boolean(text.exact), text.span.begin, text.span.end,
                             children, literal_of(text.text), parsed);
    }

    /// Null for what is no formula, and for formulas that need the names of the file's objects to be read.
    std::string parse(const Text& text, bool is_expectation) {
        Expectation expectation;
        try {
            if (is_expectation) expectation = parse_expectation(text, {});
            else expectation.left = parse_formula(text, {});
        } catch (const InputError&) {
            return "nullptr";
        }
        const std::string left = formula(expectation.left);
        const std::string right = formula(expectation.right);
        const Terms& terms = expectation.terms;
        parsed_ += fmt::format("    {{{}, {}, {{static_cast<Comparison>({}), {:a}, {:a}}}}},\n", left, right,
                               static_cast<int>(terms.comparison), terms.tolerance, terms.chance);
        return fmt::format("{}_parsed + {}", name_, parsed_count_++);
    }

    std::string formula(Tree tree) {
        const std::string result = slice_of(name_ + "_nodes", node_count_, tree.size());
        for (const auto& node : tree) nodes_ += row_of(node);
        node_count_ += tree.size();
        return result;
    }

    std::string name_;
    std::string nodes_;
    std::string parsed_;
    std::string rows_;
    std::size_t node_count_ = 0;
    std::size_t parsed_count_ = 0;
};

}  // namespace

std::string write_files(std::string_view kind, const std::vector<InputFile>& files) {
    std::string trees;
    std::string rows;
    for (const auto& file : files) {
        const std::string name = fmt::format("k_{}_{}", kind, &file - files.data());
        trees += FileWriter(name).run(read_yaml(make_source(file.path, file.text)));
        rows += fmt::format("    {{{}, {}, {}}},\n", literal_of(file.stem), literal_of(file.text), name);
    }
    return fmt::format(
        "namespace bote {{\nnamespace {{\n\n{}\nconstexpr EmbeddedFile k_{}[] = {{\n{}}};\n\n}}  // namespace\n\n"
        "std::span<const EmbeddedFile> embedded_{}() {{ return k_{}; }}\n\n}}  // namespace bote\n",
        trees, kind, rows, kind, kind);
}

}  // namespace bote
