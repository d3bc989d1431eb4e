// A program of the build: reads the model, the server profiles and the presets, and writes them as constants of C++.
//
//   generate OUTPUT FILE.model... profiles/FILE.yaml... presets/FILE.yaml... presets/settings/FILE.yaml...

#include <algorithm>
#include <bit>
#include <cstdio>
#include <exception>
#include <fstream>
#include <iterator>
#include <string>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>

#include "bote/base/error.hpp"
#include "bote/formula/check.hpp"
#include "bote/model/model_text.hpp"
#include "generate.hpp"

namespace bote {
namespace {

/// Collects the arrays that the rows point into.
class CatalogWriter {
public:
    CatalogWriter(const std::vector<ModelRow>& rows, const std::vector<ModelRule>& rules,
                  const std::vector<ModelWords>& words, const ModelPage& page, const std::vector<ModelKind>& kinds)
        : rows_(rows), all_rules_(rules), all_words_(words), page_(page), all_kinds_(kinds) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (!index_.emplace(rows[i].name, static_cast<int>(i)).second) fail(rows[i].name + " is defined twice");
        }
    }

    std::string run() {
        for (const auto& row : rows_) definitions_ += definition(row) + ",\n";
        for (const auto& each : all_kinds_) kinds_ += kind(each);
        for (const auto& each : all_rules_) rules_ += rule(each);
        for (const auto& each : all_words_) words_ += words(each);
        return fmt::format(kFrame, nodes_, names_ + "0", alternatives_, definitions_, rules_, words_, sorted_indexes(),
                           indexes_by_dependency(), hashed_indexes(), write_page(page_, rows_), kind_rows_,
                           choice_values_, choices_, all_kinds_.size(), kinds_, first_of_tiers());
    }

private:
    // The last name is a guard: an array of none is not allowed.
    static constexpr const char* kFrame = R"(namespace bote {{
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
constexpr std::array<TierKind, {}> kKinds{{{{
{}}}}};
constexpr Catalog kCatalog{{kDefinitions, kRules, kWords, kByName, kByDependency, kByHash, kPage, kKinds, {}}};

}}  // namespace

const Catalog& built_in_catalog() {{ return kCatalog; }}

}}  // namespace bote
)";

    [[noreturn]] static void fail(const std::string& what) { throw InputError(Error{{}, what, ""}); }

    std::string tree(const Expression& expression) {
        const std::size_t begin = node_count_;
        for (const Node& node : expression.nodes) {
            nodes_ += row_of(node);
            ++node_count_;
        }
        return fmt::format("{{kNodes + {}, {}}}", begin, node_count_ - begin);
    }

    std::string optional_tree(const std::optional<Expression>& expression) {
        return expression ? tree(*expression) : "{}";
    }

    [[nodiscard]] std::vector<Dimension> dimensions(const std::string& owner, const Expression& expression) const {
        std::vector<Dimension> result;
        for (const auto& name : expression.names) {
            const auto found = index_.find(name);
            if (found == index_.end()) fail(fmt::format("{}: '{}' is not known", owner, name));
            result.push_back(rows_[static_cast<std::size_t>(found->second)].display.dimension);
        }
        return result;
    }

    /// The formula must fit the unit of its row: a wrong one stops the build.
    void check(const ModelRow& row, const ModelAlternative& alternative) {
        Expression copy = alternative.tree;
        settle(alternative.formula, copy, dimensions(row.name, alternative.tree), row.display.dimension);
    }

    [[nodiscard]] std::vector<int> indexes_of(const std::string& owner, const std::vector<std::string>& names) const {
        std::vector<int> indexes;
        for (const auto& name : names) {
            const auto found = index_.find(name);
            if (found == index_.end()) fail(fmt::format("{}: '{}' is not known", owner, name));
            indexes.push_back(found->second);
        }
        return indexes;
    }

    std::string name_indexes(const Expression& expression) { return index_list(indexes_of("", expression.names)); }

    /// The part of kNames that holds these.
    std::string index_list(const std::vector<int>& indexes) {
        const std::size_t first = name_count_;
        for (const int each : indexes) names_ += fmt::format("{}, ", each);
        name_count_ += indexes.size();
        return fmt::format("{{kNames + {}, {}}}", first, indexes.size());
    }

    std::string users(const ModelRow& row) {
        std::vector<int> users;
        const auto names_it = [&](const ModelAlternative& each) {
            const auto has = [&](const auto& list) {
                return std::find(list.begin(), list.end(), row.name) != list.end();
            };
            return has(each.tree.names) || has(each.given) || has(each.with);
        };
        const auto add = [&](const ModelRow& user) {
            if (user.stored == row.name || std::any_of(user.alternatives.begin(), user.alternatives.end(), names_it))
                users.push_back(index_.at(user.name));
        };
        for (const auto& user : rows_) add(user);
        for (const auto& each : all_kinds_) {
            for (const auto& user : each.rows) add(user);
        }
        std::sort(users.begin(), users.end());
        users.erase(std::unique(users.begin(), users.end()), users.end());
        return index_list(users);
    }

    /// What the `{quantity}` of a rule's texts name.
    static Expression names_in(std::string_view text) {
        Expression result;
        for (auto open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1))
            result.names.emplace_back(text.substr(open + 1, text.find('}', open) - open - 1));
        return result;
    }

    /// How both sides of a condition are printed: as the quantity that stands there alone, or as their dimension is.
    [[nodiscard]] Display display_of(const Expectation& condition, Dimension dimension) const {
        for (const auto* side : {&condition.left, &condition.right}) {
            if (side->nodes.size() == 1 && side->names.size() == 1)
                return rows_[static_cast<std::size_t>(index_.at(side->names.front()))].display;
        }
        return display_for(dimension);
    }

    std::string rule(const ModelRule& each) {
        Expectation copy = each.expectation;
        const auto dimension =
            settle(each.condition, copy, dimensions(each.name, copy.left), dimensions(each.name, copy.right));
        const auto& condition = each.expectation;
        const auto texts = names_in(each.verdict + each.otherwise);
        (void)dimensions(each.name, texts);  // each must be known
        const std::string left = tree(condition.left);
        const std::string right = tree(condition.right);
        return fmt::format(
            "    {{{}, {}, {}, {}, {}, {}, {}, {}, static_cast<Comparison>({}), {}, {}, {},\n     {}, {}, {}}},\n",
            literal_of(each.name), boolean(each.section == "notes"),
            fmt::format("static_cast<Class>({})", static_cast<int>(each.kind)), boolean(each.stepped), literal_of(each.condition.text), display(display_of(condition, dimension)), left,
            right, static_cast<int>(condition.terms.comparison), name_indexes(condition.left),
            name_indexes(condition.right), name_indexes(texts), literal_of(each.verdict), literal_of(each.otherwise),
            literal_of(each.source));
    }

    std::string words(const ModelWords& each) {
        std::vector<int> quantities;
        for (const auto& name : each.quantities) {
            const auto found = index_.find(name);
            if (found == index_.end()) fail(fmt::format("{}: '{}' is not known", each.words, name));
            quantities.push_back(found->second);
        }
        return fmt::format("    {{{}, {}}},\n", literal_of(each.words), index_list(quantities));
    }

    std::string alternatives(const ModelRow& row) {
        const std::size_t begin = alternative_count_;
        for (const auto& each : row.alternatives) {
            check(row, each);
            check_sums(row, each);
            std::vector<int> names = indexes_of(row.name, each.tree.names);
            const std::vector<int> given = indexes_of(row.name, each.given);
            for (const int name : given) {
                if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
            }
            // Also where the formula names it: there `max` might do without.
            for (const int name : indexes_of(row.name, each.with)) names.push_back(name);
            alternatives_ += fmt::format("    {{{}, {}, {}, {}, {}, Way::catalog, {}, {}, {}, {}, {}}},\n",
                                         literal_of(each.formula.text), tree(each.tree), index_list(names),
                                         boolean(each.neutral), boolean(is_forgiving(Tree(each.tree))),
                                         boolean(each.back), boolean(each.usual), index_list(given),
                                         index_list(indexes_of(row.name, each.unless)), literal_of(each.condition));
            ++alternative_count_;
        }
        return fmt::format("{{kAlternatives + {}, {}}}", begin, alternative_count_ - begin);
    }

    static std::string display(const Display& each) {
        return fmt::format("{{static_cast<Numerator>({}), {}, {{{}, {}}}, {{{}, {}, {}}}, {}}}",
                           static_cast<int>(each.numerator), each.unit, each.per[0], each.per[1], each.dimension.byte,
                           each.dimension.second, each.dimension.money, each.magnitude);
    }

    std::string bounds(const ModelRow& row) {
        return fmt::format("{{{}, {}, {}, {}, {}}}", optional_tree(row.low), optional_tree(row.high),
                           boolean(row.low_allowed), boolean(row.high_allowed), boolean(row.whole));
    }

    /// A row of its own of a kind stands in place of the one of all tiers, which keeps its index.
    std::string kind(const ModelKind& each) {
        const std::size_t first = kind_row_count_;
        std::vector<const ModelRow*> sorted;
        for (const auto& row : each.rows) sorted.push_back(&row);
        std::sort(sorted.begin(), sorted.end(),
                  [&](const ModelRow* a, const ModelRow* b) { return index_.at(a->name) < index_.at(b->name); });
        for (const ModelRow* row : sorted) {
            const ModelRow& of_all = rows_[static_cast<std::size_t>(index_.at(row->name))];
            if (of_all.unit != row->unit)
                fail(fmt::format("{}: '{}' has another unit in {}", each.name, row->name,
                                 of_all.tier_kind.empty() ? "all tiers" : of_all.tier_kind));
            ModelRow own = *row;
            own.summed = of_all.summed;
            kind_rows_ += fmt::format("    {{{}, {}}},\n", index_.at(row->name), definition(own));
            ++kind_row_count_;
        }
        const std::size_t first_choice = choice_count_;
        for (const auto& choice : each.choices) add_choice(each, choice);
        return fmt::format("    {{{}, {}, {{kKindRows + {}, {}}}, {{kChoices + {}, {}}}}},\n", literal_of(each.name),
                           literal_of(each.title), first, each.rows.size(), first_choice, each.choices.size());
    }

    void add_choice(const ModelKind& kind, const ModelChoice& choice) {
        const std::size_t first = choice_value_count_;
        for (const auto& [quantity, value] : choice.values) {
            if (!index_.contains("tier." + quantity))
                fail(fmt::format("{}: {} has no quantity '{}'", kind.name, choice.name, quantity));
            choice_values_ += fmt::format("    {{{}, {}}},\n", literal_of(quantity), literal_of(value));
            ++choice_value_count_;
        }
        choices_ += fmt::format("    {{{}, {}, {}, {{kChoiceValues + {}, {}}}}},\n", literal_of(choice.key),
                                literal_of(choice.name), literal_of(choice.source), first, choice.values.size());
        ++choice_count_;
    }

    /// Rows of tiers stand behind all others, so that a workload without any pays for none.
    [[nodiscard]] std::size_t first_of_tiers() const {
        return static_cast<std::size_t>(std::count_if(
            rows_.begin(), rows_.end(), [](const ModelRow& row) { return row.kind != Class::tier; }));
    }

    /// What stands outside of tiers sees their sums alone.
    void check_sums(const ModelRow& row, const ModelAlternative& each) const {
        if (row.kind == Class::tier) return;
        for (const auto& name : each.tree.names) {
            const ModelRow& named = rows_[static_cast<std::size_t>(index_.at(name))];
            if (named.kind == Class::tier && !named.summed)
                fail(fmt::format("{}: '{}' is of a tier, and no sum", row.name, name));
        }
    }

    std::string definition(const ModelRow& row) {
        const bool of_kinds = !row.tier_kind.empty() && row.alternatives_dropped;
        return fmt::format(
            "    {{{}, {}, {}, static_cast<Class>({}), {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {},\n     {}, {}, "
            "{}, {}}}",
            literal_of(row.name), literal_of(row.unit), display(row.display), static_cast<int>(row.kind),
            boolean(row.internal), boolean(row.section == "constants" || row.constant), boolean(row.scale),
            boolean(row.common), boolean(row.yearly), boolean(has_back(row)), boolean(row.aside), boolean(row.summed),
            row.stored.empty() ? -1 : index_.at(row.stored), boolean(of_kinds), bounds(row), alternatives(row),
            users(row),
            literal_of(row.meaning), literal_of(row.range), literal_of(row.source), literal_of(row.section));
    }

    static bool has_back(const ModelRow& row) {
        return std::any_of(row.alternatives.begin(), row.alternatives.end(),
                           [](const ModelAlternative& each) { return each.back; });
    }

    /// What a row waits for in the order of the rows: not what has to be given, nor what it is found back from.
    [[nodiscard]] std::vector<int> rests_on(const ModelRow& row) const {
        std::vector<int> result = rests_on_alone(row);
        for (const auto& kind : all_kinds_) {
            for (const auto& own : kind.rows) {
                if (own.name != row.name) continue;
                const auto more = rests_on_alone(own);
                result.insert(result.end(), more.begin(), more.end());
            }
        }
        return result;
    }

    [[nodiscard]] std::vector<int> rests_on_alone(const ModelRow& row) const {
        std::vector<int> result;
        if (!row.stored.empty()) result.push_back(index_.at(row.stored));
        for (const auto& each : row.alternatives) {
            if (each.back) continue;
            const auto given = indexes_of(row.name, each.given);
            for (const auto& names : {each.tree.names, each.with}) {
                for (const int name : indexes_of(row.name, names)) {
                    if (std::find(given.begin(), given.end(), name) == given.end()) result.push_back(name);
                }
            }
        }
        return result;
    }

    [[nodiscard]] std::string indexes_by_dependency() const {
        enum : char { kNew, kOpen, kDone };
        std::vector<int> done;
        std::vector<char> state(rows_.size(), kNew);
        const auto visit = [&](const auto& visit_next, int index) -> void {
            char& mine = state[static_cast<std::size_t>(index)];
            const ModelRow& row = rows_[static_cast<std::size_t>(index)];
            if (mine == kOpen) fail(fmt::format("{} rests on itself: mark what leads back", row.name));
            if (mine == kDone) return;
            mine = kOpen;
            for (const int next : rests_on(row)) visit_next(visit_next, next);
            mine = kDone;
            done.push_back(index);
        };
        for (std::size_t i = 0; i < rows_.size(); ++i) visit(visit, static_cast<int>(i));
        return fmt::format("{}", fmt::join(done, ", "));
    }

    [[nodiscard]] std::string hashed_indexes() const {
        std::vector<int> places(2 * std::bit_ceil(rows_.size()), -1);
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            std::size_t place = hash_of(rows_[i].name) % places.size();
            while (places[place] >= 0) place = (place + 1) % places.size();
            places[place] = static_cast<int>(i);
        }
        return fmt::format("{}", fmt::join(places, ", "));
    }

    std::string sorted_indexes() const {
        std::vector<int> indexes;
        for (std::size_t i = 0; i < rows_.size(); ++i) indexes.push_back(static_cast<int>(i));
        const auto name = [&](int i) -> const std::string& { return rows_[static_cast<std::size_t>(i)].name; };
        std::sort(indexes.begin(), indexes.end(), [&](int a, int b) { return name(a) < name(b); });
        return fmt::format("{}", fmt::join(indexes, ", "));
    }

    const std::vector<ModelRow>& rows_;
    const std::vector<ModelRule>& all_rules_;
    const std::vector<ModelWords>& all_words_;
    const ModelPage& page_;
    const std::vector<ModelKind>& all_kinds_;
    std::string kinds_;
    std::string kind_rows_;
    std::size_t kind_row_count_ = 0;
    std::string choices_;
    std::size_t choice_count_ = 0;
    std::string choice_values_;
    std::size_t choice_value_count_ = 0;
    std::string words_;
    std::string rules_;
    std::unordered_map<std::string, int> index_;
    std::string nodes_;
    std::string names_;
    std::string alternatives_;
    std::string definitions_;
    std::size_t node_count_ = 0;
    std::size_t name_count_ = 0;
    std::size_t alternative_count_ = 0;
};

/// The rows of all tiers behind the others, and behind them what only some kinds have.
void add_rows_of_tiers(std::vector<ModelRow>& rows, const std::vector<ModelKind>& kinds) {
    std::stable_partition(rows.begin(), rows.end(), [](const ModelRow& row) { return row.kind != Class::tier; });
    for (const auto& kind : kinds) {
        for (const auto& row : kind.rows) {
            const bool known =
                std::any_of(rows.begin(), rows.end(), [&](const ModelRow& each) { return each.name == row.name; });
            if (known) continue;
            rows.push_back(row);
            rows.back().alternatives.clear();
            rows.back().alternatives_dropped = true;
        }
    }
}

bool is_kind(const Path& file) { return file.parent_path().filename() == "kinds"; }

std::string write_catalog(const std::vector<Path>& files) {
    std::vector<ModelRow> rows;
    std::vector<ModelRule> rules;
    std::vector<ModelWords> words;
    ModelPage page;
    const auto append = [](auto& all, auto more) {
        all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    };
    std::vector<Shorthand> shorthands;
    std::vector<ModelKind> kinds;
    for (const bool of_kind : {false, true}) {  // what repeats in all tiers may be used in a kind
        for (const auto& file : files) {
            if (is_kind(file) == of_kind)
                shorthands = read_shorthands(file.stem().string(), read_file(file), shorthands);
        }
    }
    for (const auto& file : files) {
        const std::string name = file.stem().string();
        if (is_kind(file)) kinds.push_back(read_kind(name, read_file(file), shorthands));
        else if (name.ends_with("-page")) page = read_page(name, read_file(file));
        else if (name.ends_with("-words")) append(words, read_words(name, read_file(file)));
        else if (name.ends_with("-decisions") || name.ends_with("-notes"))
            append(rules, read_rules(name, read_file(file), shorthands));
        else append(rows, read_model(name, read_file(file), shorthands));
    }
    std::sort(kinds.begin(), kinds.end(), [](const ModelKind& a, const ModelKind& b) { return a.name < b.name; });
    add_rows_of_tiers(rows, kinds);
    return CatalogWriter(rows, rules, words, page, kinds).run();
}

int generate(const Path& output, std::vector<Path> files) {
    std::sort(files.begin(), files.end());
    std::vector<Path> models;
    std::vector<Path> profiles;
    std::vector<Path> presets;
    std::vector<Path> settings;
    for (const auto& file : files) {
        if (file.extension() == ".model") models.push_back(file);
        else if (file.parent_path().filename() == "profiles") profiles.push_back(file);
        else if (file.parent_path().filename() == "settings") settings.push_back(file);
        else presets.push_back(file);
    }
    std::ofstream out(output, std::ios::binary);
    out << "// Generated from the .model files, the profiles and the presets.\n#include <array>\n\n#include "
           "\"bote/model/catalog.hpp\"\n#include \"bote/model/embedded.hpp\"\n\n"
        << write_catalog(models) << write_files("profiles", profiles) << write_files("presets", presets)
        << write_files("settings", settings);
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
