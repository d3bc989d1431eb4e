#include "bote/model/find.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "bote/units/unit.hpp"

namespace bote {
namespace {

// How well a quantity answers. What stands for the whole text outdoes what stands for its words.
constexpr int kName = 1000;
constexpr int kWordsFor = 900;  // less 1 for each quantity that the words mean before it
constexpr int kStepName = 800;  // the name of a step, which few people mean
constexpr int kPartOfName = 100;
constexpr int kWordFor = 80;
constexpr int kInName = 60;
constexpr int kInMeaning = 30;
constexpr int kBeginsInMeaning = 20;
constexpr int kStep = -5;
constexpr std::size_t kTelling = 4;  // letters that tell a word by its beginning

bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

/// A plural finds its singular.
std::string singular(std::string word) {
    if (word.size() >= kTelling && word.ends_with("ies")) return word.replace(word.size() - 3, 3, "y");
    for (const std::string_view ending : {"xes", "ches", "shes", "sses"}) {
        if (word.ends_with(ending)) return word.substr(0, word.size() - 2);
    }
    if (word.size() >= kTelling && word.ends_with('s') && !word.ends_with("ss")) word.pop_back();
    return word;
}

/// The words of a text, in small letters and as singulars.
std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const char c = i < text.size() ? lower_case(text[i]) : ' ';
        if (is_word(c)) word += c;
        else if (!word.empty()) words.push_back(singular(std::exchange(word, {})));
    }
    return words;
}

bool holds(const std::vector<std::string>& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

class Finder {
public:
    Finder(const Catalog& catalog, std::string_view text)
        : catalog_(catalog),
          asked_(words_of(text)),
          text_(lower_case(trim(text))),
          scores_(catalog.definitions.size(), 0) {}

    std::vector<DefinitionIndex> run() {
        std::vector<Scores> by_word(asked_.size(), Scores(scores_.size(), 0));
        for (const Words& row : catalog_.words) look_at(row, by_word);
        for (const DefinitionIndex each : scores_.indices()) score(each, by_word);
        std::vector<DefinitionIndex> found;
        for (const DefinitionIndex each : scores_.indices()) {
            if (scores_[each] > 0) found.push_back(each);
        }
        std::stable_sort(found.begin(), found.end(),
                         [&](DefinitionIndex a, DefinitionIndex b) { return scores_[a] > scores_[b]; });
        return found;
    }

private:
    using Scores = IndexedVector<DefinitionIndex, int>;

    static void raise(int& score, int to) { score = std::max(score, to); }

    /// The words of one row: as a whole, or one by one.
    void look_at(const Words& row, std::vector<Scores>& by_word) {
        for (const auto term : split(row.words, ',')) {
            const auto words = words_of(term);
            for (std::size_t i = 0; i < row.quantities.size(); ++i) {
                const DefinitionIndex index = row.quantities[i];
                const int behind = static_cast<int>(i);
                if (words == asked_) raise(scores_[index], kWordsFor - behind);
                for (std::size_t w = 0; w < asked_.size(); ++w) {
                    if (holds(words, asked_[w])) raise(by_word[w][index], kWordFor - behind);
                }
            }
        }
    }

    void score(DefinitionIndex index, const std::vector<Scores>& by_word) {
        const Definition& row = catalog_[index];
        const auto name = words_of(row.name);
        const auto meaning = words_of(row.meaning);
        int total = 0;
        for (std::size_t w = 0; w < asked_.size(); ++w) {
            const int score = std::max(by_word[w][index], score_in(row, name, meaning, asked_[w]));
            if (score == 0) return whole_name(row, scores_[index]);
            total += score;
        }
        if (total > 0 && row.internal) total += kStep;
        raise(scores_[index], total);
        whole_name(row, scores_[index]);
    }

    void whole_name(const Definition& row, int& score) const {
        if (row.name == text_) raise(score, row.internal ? kStepName : kName);
        else if (row.name.find(text_) != std::string_view::npos) raise(score, kInName + (row.internal ? kStep : 0));
    }

    static int score_in(const Definition& row, const std::vector<std::string>& name,
                        const std::vector<std::string>& meaning, const std::string& word) {
        if (holds(name, word)) return kPartOfName;
        if (word.size() >= kTelling && row.name.find(word) != std::string_view::npos) return kInName;
        if (holds(meaning, word)) return kInMeaning;
        const bool begins = std::any_of(meaning.begin(), meaning.end(),
                                        [&](const std::string& each) { return each.starts_with(word); });
        return begins && word.size() >= kTelling ? kBeginsInMeaning : 0;
    }

    const Catalog& catalog_;
    std::vector<std::string> asked_;
    std::string text_;
    Scores scores_;
};

/// Visits the rows of which a name is one of the words, as a whole.
template <class Visit>
void for_each_meant(const Catalog& catalog, std::string_view name, Visit visit) {
    std::string text(name);
    std::replace(text.begin(), text.end(), '_', ' ');
    const auto asked = words_of(text);
    for (const Words& row : catalog.words) {
        const auto terms = split(row.words, ',');
        if (std::any_of(terms.begin(), terms.end(), [&](std::string_view term) { return words_of(term) == asked; }))
            visit(row);
    }
}

/// The quantities of the first row of which a name is one of the words.
IndexList<DefinitionIndex> first_meant(const Catalog& catalog, std::string_view name) {
    IndexList<DefinitionIndex> meant;
    for_each_meant(catalog, name, [&](const Words& row) {
        if (meant.empty()) meant = row.quantities;
    });
    return meant;
}

/// `posts_per_user`: of what `posts` means the rate of one user.
std::vector<DefinitionIndex> meant_for_each_user(const Catalog& catalog, std::string_view name) {
    constexpr std::string_view kEach = "_per_user";
    std::vector<DefinitionIndex> meant;
    if (!name.ends_with(kEach)) return meant;
    for (const DefinitionIndex each : first_meant(catalog, name.substr(0, name.size() - kEach.size()))) {
        if (catalog[each].name.ends_with(kEach)) meant.push_back(each);
    }
    return meant;
}

std::vector<std::string> parts_of(std::string_view name) {
    std::vector<std::string> parts;
    for (const auto part : split(name, '_')) parts.push_back(lower_case(part));
    return parts;
}

bool is_unit_word(const std::string& word) {
    return find_unit(word) != nullptr || !ambiguous_unit(word).empty() || word == "sec";
}

/// Takes from a name one word that says how it is counted and not what: `num_users`, `avg_object_size`,
/// `retention_days`, `writes_per_day`. False where it has none.
bool drop_measure(std::vector<std::string>& words) {
    constexpr std::string_view kBefore[] = {"num",  "number", "of",       "total",     "avg",    "average",
                                            "mean", "daily",  "expected", "estimated", "monthly"};
    constexpr std::string_view kBehind[] = {"count", "number", "factor", "rate", "total", "per", "in"};
    const auto is_one_of = [](const auto& list, const std::string& word) {
        return std::find(std::begin(list), std::end(list), word) != std::end(list);
    };
    if (words.size() < 2) return false;
    if (is_one_of(kBehind, words.back()) || is_unit_word(words.back())) words.pop_back();
    else if (is_one_of(kBefore, words.front())) words.erase(words.begin());
    else return false;
    return true;
}

/// Whether a product's name begins with a text of three letters at least, or is the same.
bool is_named(std::string_view product, std::string_view text) {
    constexpr std::size_t kLeast = 3;
    const auto same = [](char a, char b) { return lower_case(a) == lower_case(b); };
    if (text.size() > product.size() || (text.size() < kLeast && text.size() < product.size())) return false;
    return !text.empty() && std::equal(text.begin(), text.end(), product.begin(), same);
}

}  // namespace

std::vector<DefinitionIndex> find_meant(const Catalog& catalog, std::string_view text) {
    if (!trim(text).empty()) return Finder(catalog, text).run();
    std::vector<DefinitionIndex> all;
    for (const DefinitionIndex each : catalog.definitions.indices()) all.push_back(each);
    return all;
}

std::vector<DefinitionIndex> meant_by(const Catalog& catalog, std::string_view name) {
    std::vector<std::string> words = parts_of(name);
    do {
        const std::string text = fmt::format("{}", fmt::join(words, "_"));
        if (text != name) {
            if (const auto definition = catalog.find(text)) return {*definition};
        }
        if (const auto row = first_meant(catalog, text); !row.empty()) return {row.begin(), row.end()};
        if (const auto of_user = meant_for_each_user(catalog, text); !of_user.empty()) return of_user;
    } while (drop_measure(words));
    return {};
}

std::vector<DefinitionIndex> meant_of_tier(const Catalog& catalog, std::string_view name) {
    std::vector<DefinitionIndex> meant;
    for_each_meant(catalog, name, [&](const Words& row) {
        for (const DefinitionIndex each : row.quantities) {
            if (catalog.is_of_tiers(each)) meant.push_back(each);
        }
    });
    return meant;
}

std::optional<std::string> closest_meant(const Catalog& catalog, std::string_view text) {
    std::vector<std::string_view> known;
    for (const auto& row : catalog.definitions) known.push_back(row.name);
    for (const auto& row : catalog.words) {
        for (const auto term : split(row.words, ',')) known.push_back(trim(term));
    }
    std::vector<std::string> words;  // of the meanings
    for (const auto& row : catalog.definitions) {
        for (auto& word : words_of(row.meaning)) words.push_back(std::move(word));
    }
    known.insert(known.end(), words.begin(), words.end());
    return closest(trim(text), known);
}

const TierKind* find_kind(const Catalog& catalog, std::string_view name) {
    const auto found = std::find_if(catalog.kinds.begin(), catalog.kinds.end(),
                                    [&](const TierKind& each) { return each.name == name; });
    return found == catalog.kinds.end() ? nullptr : &*found;
}

const TierKind* find_kind_of_product(const Catalog& catalog, std::string_view product) {
    for (const TierKind& kind : catalog.kinds) {
        const auto open = kind.title.find('(');
        if (open == std::string_view::npos) continue;
        for (const auto part : split(kind.title.substr(open + 1), ',')) {
            std::string_view name = trim(part);
            while (!name.empty()) {
                if (is_named(name.ends_with(')') ? name.substr(0, name.size() - 1) : name, product)) return &kind;
                const auto blank = name.find(' ');  // `Apache Kafka`, `HNSW: Milvus`
                name = blank == std::string_view::npos ? "" : trim(name.substr(blank));
            }
        }
    }
    return nullptr;
}

}  // namespace bote
