#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "bote/base/error.hpp"
#include "bote/generate/generate.hpp"
#include "pieces.hpp"

namespace bote {
namespace {

// The last name is a guard: an array of none is not allowed.
constexpr const char* kFrame = R"(namespace bote {{
namespace {{

constexpr Node kNodes[] = {{
{}}};
constexpr int kNames[] = {{{}}};
constexpr Alternative kAlternatives[] = {{
{}}};
constexpr Definition kDefinitions[] = {{
{}}};
constexpr Rule kRules[] = {{
{}}};
constexpr Words kWords[] = {{
{}}};
constexpr int kByName[] = {{{}}};
constexpr int kByDependency[] = {{{}}};
constexpr int kByHash[] = {{{}}};
{}
constexpr Catalog kCatalog{{kDefinitions, kRules, kWords, kByName, kByDependency, kByHash, kPage}};

}}  // namespace

const Catalog& built_in_catalog() {{ return kCatalog; }}

}}  // namespace bote
)";

/// What the `.model` files hold.
struct ModelFiles {
    std::vector<Shorthand> shorthands;
    std::vector<ModelRow> rows;
    std::vector<ModelRule> rules;
    std::vector<ModelWords> words;
    ModelPage page;
};

template <class Row>
void append(std::vector<Row>& all, std::vector<Row> more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

ModelFiles read_files(const std::vector<InputFile>& files) {
    ModelFiles model;
    for (const auto& file : files)
        model.shorthands = read_shorthands(file.stem, file.text, std::move(model.shorthands));
    for (const auto& [path, name, text] : files) {
        if (name.ends_with("-page")) model.page = read_page(name, text);
        else if (name.ends_with("-words")) append(model.words, read_words(name, text));
        else if (name.ends_with("-decisions") || name.ends_with("-notes"))
            append(model.rules, read_rules(name, text, model.shorthands));
        else append(model.rows, read_model(name, text, model.shorthands));
    }
    return model;
}

/// Else the name would mean two things.
void check_shorthands(const ModelFiles& model) {
    for (const auto& row : model.rows) {
        const auto found = std::find_if(model.shorthands.begin(), model.shorthands.end(),
                                        [&](const Shorthand& each) { return each.name == row.name; });
        if (found != model.shorthands.end())
            throw InputError(Error{found->where, found->name + " is the name of a quantity", ""});
    }
}

}  // namespace

std::string write_catalog(const std::vector<InputFile>& files) {
    const ModelFiles model = read_files(files);
    check_shorthands(model);
    const NamedRows rows(model.rows);
    Arrays arrays;
    const auto [definitions, alternatives] = write_definitions(rows, arrays);
    const std::string rules = write_rules(rows, model.rules, arrays);
    const std::string words = write_words(rows, model.words, arrays);
    return fmt::format(kFrame, arrays.nodes(), arrays.names() + "0", alternatives, definitions, rules, words,
                       sorted_indexes(rows), indexes_by_dependency(rows), hashed_indexes(rows),
                       write_page(rows, model.page));
}

}  // namespace bote
