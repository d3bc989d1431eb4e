#pragma once
// Which quantities a text may mean: by their names, by the words that people use for them (90-words.model), by their
// meanings.
//
//   find_meant(built_in_catalog(), "failover").front()     // the index of `spares`

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bote/model/catalog.hpp"

namespace bote {

/// Indexes of definitions, the best match first; all of them, in the order of the catalog, for an empty text.
std::vector<DefinitionIndex> find_meant(const Catalog& catalog, std::string_view text);

/// What people mean by a name that is no quantity's: `replication_factor` is `replication`, `users` is `dau`. Only
/// where it is one of their words as a whole, but for what says how it is counted: `num_users`,
/// `posts_per_user_per_day`.
std::vector<DefinitionIndex> meant_by(const Catalog& catalog, std::string_view name);

/// The same of a tier's quantities, from all rows of words: `input_tokens` is `tier.prompt_tokens`.
std::vector<DefinitionIndex> meant_of_tier(const Catalog& catalog, std::string_view name);

/// The known word nearest to a text that finds nothing.
std::optional<std::string> closest_meant(const Catalog& catalog, std::string_view text);

/// The kind of tier of that name; null where there is none.
const TierKind* find_kind(const Catalog& catalog, std::string_view name);

/// The kind of tier that a product is of, which its meaning names in parentheses: `cassandra` is a `wide_column`. Its
/// name may be cut short after three letters. Null where there is none.
const TierKind* find_kind_of_product(const Catalog& catalog, std::string_view product);

}  // namespace bote
