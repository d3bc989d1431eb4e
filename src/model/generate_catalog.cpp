// A program of the build: reads `.model` files and writes them as constants of C++.
//
//   generate_catalog OUTPUT FILE.model...

#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>

#include "bote/base/error.hpp"
#include "bote/formula/check.hpp"
#include "bote/model/model_text.hpp"

namespace bote {
namespace {

/// Collects the arrays that the rows point into.
class Writer {
public:
    explicit Writer(const std::vector<ModelRow>& rows) : rows_(rows) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (!index_.emplace(rows[i].name, static_cast<int>(i)).second) fail(rows[i].name + " is defined twice");
        }
    }

    std::string run() {
        for (const auto& row : rows_) definitions_ += definition(row);
        return fmt::format(kFrame, nodes_, names_ + "0", alternatives_, definitions_, sorted_indexes());
    }

private:
    // The last name is a guard: an array of none is not allowed.
    static constexpr const char* kFrame = R"(// Generated from the .model files.
#include "bote/model/catalog.hpp"

namespace bote {{
namespace {{

constexpr Node kNodes[] = {{
{}}};
constexpr int kNames[] = {{{}}};
constexpr Alternative kAlternatives[] = {{
{}}};
constexpr Definition kDefinitions[] = {{
{}}};
constexpr int kByName[] = {{{}}};
constexpr Catalog kCatalog{{kDefinitions, kByName}};

}}  // namespace

const Catalog& built_in_catalog() {{ return kCatalog; }}

}}  // namespace bote
)";

    [[noreturn]] static void fail(const std::string& what) { throw InputError(Error{{}, what, ""}); }

    static std::string quoted(std::string_view text) {
        std::string out = "\"";
        for (const char c : text) out += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
        return out + "\"";
    }

    static std::string boolean(bool value) { return value ? "true" : "false"; }

    std::string tree(const Expression& expression) {
        const std::size_t begin = node_count_;
        for (const Node& node : expression.nodes) {
            nodes_ += fmt::format(
                "    {{static_cast<Op>({}), static_cast<Written>({}), static_cast<Function>({}), {}, {}, {:a}, {}, {}, "
                "{}}},\n",
                static_cast<int>(node.op), static_cast<int>(node.written), static_cast<int>(node.function),
                node.arguments, node.name, node.number, node.unit, node.begin, node.end);
            ++node_count_;
        }
        return fmt::format("{{kNodes + {}, {}}}", begin, node_count_ - begin);
    }

    std::string optional_tree(const std::optional<Expression>& expression) {
        return expression ? tree(*expression) : "{}";
    }

    /// The formula must fit the unit of its row: a wrong one stops the build.
    void check(const ModelRow& row, const ModelAlternative& alternative) {
        std::vector<Dimension> dimensions;
        for (const auto& name : alternative.tree.names) {
            const auto found = index_.find(name);
            if (found == index_.end()) fail(fmt::format("{}: '{}' is not known", row.name, name));
            dimensions.push_back(rows_[static_cast<std::size_t>(found->second)].display.dimension);
        }
        Expression copy = alternative.tree;
        settle({alternative.text, {}, false, row.name}, copy, dimensions, row.display.dimension);
    }

    std::string alternatives(const ModelRow& row) {
        const std::size_t begin = alternative_count_;
        for (const auto& each : row.alternatives) {
            check(row, each);
            const std::size_t first_name = name_count_;
            for (const auto& name : each.tree.names) {
                names_ += fmt::format("{}, ", index_.at(name));
                ++name_count_;
            }
            alternatives_ += fmt::format("    {{{}, {}, {{kNames + {}, {}}}, {}}},\n", quoted(each.text),
                                         tree(each.tree), first_name, each.tree.names.size(), boolean(each.neutral));
            ++alternative_count_;
        }
        return fmt::format("{{kAlternatives + {}, {}}}", begin, alternative_count_ - begin);
    }

    static std::string display(const Display& each) {
        return fmt::format("{{static_cast<Numerator>({}), {{{}, {}, {}}}, {}, {{{}, {}}}}}",
                           static_cast<int>(each.numerator), each.dimension.byte, each.dimension.second,
                           each.dimension.money, each.unit, each.per[0], each.per[1]);
    }

    std::string bounds(const ModelRow& row) {
        return fmt::format("{{{}, {}, {}, {}, {}}}", optional_tree(row.low), optional_tree(row.high),
                           boolean(row.low_allowed), boolean(row.high_allowed), boolean(row.whole));
    }

    std::string definition(const ModelRow& row) {
        return fmt::format("    {{{}, {}, {}, static_cast<Class>({}), {}, {}, {}, {},\n     {}, {}, {}, {}}},\n",
                           quoted(row.name), quoted(row.unit), display(row.display), static_cast<int>(row.kind),
                           boolean(row.internal), boolean(row.section == "constants"), bounds(row), alternatives(row),
                           quoted(row.meaning), quoted(row.range), quoted(row.source), quoted(row.section));
    }

    std::string sorted_indexes() const {
        std::vector<int> indexes;
        for (std::size_t i = 0; i < rows_.size(); ++i) indexes.push_back(static_cast<int>(i));
        const auto name = [&](int i) -> const std::string& { return rows_[static_cast<std::size_t>(i)].name; };
        std::sort(indexes.begin(), indexes.end(), [&](int a, int b) { return name(a) < name(b); });
        return fmt::format("{}", fmt::join(indexes, ", "));
    }

    const std::vector<ModelRow>& rows_;
    std::unordered_map<std::string, int> index_;
    std::string nodes_;
    std::string names_;
    std::string alternatives_;
    std::string definitions_;
    std::size_t node_count_ = 0;
    std::size_t name_count_ = 0;
    std::size_t alternative_count_ = 0;
};

std::string read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

int generate(const std::string& output, std::vector<std::filesystem::path> files) {
    std::sort(files.begin(), files.end());
    std::vector<ModelRow> rows;
    for (const auto& file : files) {
        auto more = read_model(file.stem().string(), read_file(file));
        rows.insert(rows.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    std::ofstream out(output, std::ios::binary);
    out << Writer(rows).run();
    out.close();
    return out ? 0 : 1;
}

}  // namespace
}  // namespace bote

int main(int argc, char** argv) {
    if (argc < 3) return 2;
    try {
        return bote::generate(argv[1], {argv + 2, argv + argc});
    } catch (const bote::InputError& problem) {
        std::fputs(bote::describe(problem.errors()).c_str(), stderr);
    } catch (const std::exception& problem) {
        std::fputs(problem.what(), stderr);
    }
    return 1;
}
