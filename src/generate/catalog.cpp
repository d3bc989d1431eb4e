#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "bote/base/error.hpp"
#include "bote/generate/generate.hpp"
#include "pieces.hpp"

namespace bote {
namespace {

// The last of some is a guard: an array of none is not allowed.
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
constexpr KindRow kKindRows[] = {{
{}    {{}}}};
constexpr ChoiceValue kChoiceValues[] = {{
{}    {{}}}};
constexpr TierChoice kChoices[] = {{
{}    {{}}}};
constexpr TierKind kKinds[] = {{
{}    {{}}}};
constexpr Catalog kCatalog{{kDefinitions, kRules, kWords, kByName, kByDependency, kByHash, kPage, {{kKinds, {}}}, DefinitionIndex{{{}}}}};

}}  // namespace

const Catalog& built_in_catalog() {{ return kCatalog; }}

}}  // namespace bote
)";

bool is_kind(const InputFile& file) { return file.path.find("/kinds/") != std::string::npos; }

/// What the `.model` files hold.
struct ModelFiles {
    std::vector<Shorthand> shorthands;
    std::vector<ModelRow> rows;
    std::vector<ModelRule> rules;
    std::vector<ModelWords> words;
    ModelPage page;
    std::vector<ModelKind> kinds;
};

template <class Row>
void append(std::vector<Row>& all, std::vector<Row> more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

ModelFiles read_files(const std::vector<InputFile>& files) {
    ModelFiles model;
    for (const bool of_kinds : {false, true}) {  // a kind may use what repeats in all tiers
        for (const auto& file : files) {
            if (is_kind(file) == of_kinds)
                model.shorthands = read_shorthands(file.stem, file.text, std::move(model.shorthands));
        }
    }
    for (const auto& file : files) {
        const auto& [path, name, text] = file;
        if (is_kind(file)) model.kinds.push_back(read_kind(name, text, model.shorthands));
        else if (name.ends_with("-page")) model.page = read_page(name, text);
        else if (name.ends_with("-words")) append(model.words, read_words(name, text));
        else if (name.ends_with("-decisions") || name.ends_with("-notes"))
            append(model.rules, read_rules(name, text, model.shorthands));
        else append(model.rows, read_model(name, text, model.shorthands));
    }
    std::sort(model.kinds.begin(), model.kinds.end(),
              [](const ModelKind& a, const ModelKind& b) { return a.name < b.name; });
    share_rows(model.rows, model.shorthands);
    add_rows_of_tiers(model.rows, model.kinds);
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
    const NamedRows rows(model.rows, model.kinds);
    Arrays arrays;
    const auto [definitions, alternatives, kind_rows] = write_definitions(rows, arrays);
    const auto [values, choices, kinds] = write_kinds(rows);
    const auto first_of_tiers = std::count_if(model.rows.begin(), model.rows.end(),
                                              [](const ModelRow& row) { return row.kind != Class::tier; });
    const std::string rules = write_rules(rows, model.rules, arrays);
    const std::string words = write_words(rows, model.words, arrays);
    return fmt::format(kFrame, arrays.nodes(), arrays.names() + "0", alternatives, definitions, rules, words,
                       sorted_indexes(rows), indexes_by_dependency(rows), hashed_indexes(rows),
                       write_page(rows, model.page), kind_rows, values, choices, kinds, model.kinds.size(),
                       first_of_tiers);
}

}  // namespace bote
