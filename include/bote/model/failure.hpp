#pragma once
// The failures that `--scenario` knows by their names, a row each. Their changes are such as a scenario of the file may
// make; the quantities stand in 59-failures.model.
//
//   find_failure("zone-down")->changes      // "zones_down=1"

#include <span>
#include <string_view>

namespace bote {

struct Failure {
    std::string_view name;
    std::string_view meaning;
    std::string_view changes;       // `name=value`; empty for none
    std::string_view assumed = "";  // what counts where nobody says otherwise
    std::string_view load_by = "";  // what each given load is multiplied by
};

std::span<const Failure> all_failures();

/// Null where there is none of this name.
const Failure* find_failure(std::string_view name);

}  // namespace bote
