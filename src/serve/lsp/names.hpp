#pragma once
// Every place of a workload file that names a quantity, an object, a tier or an own quantity.
//
//   for (const NameUse& use : names_in(workload))
//       if (use.role == NameRole::object && use.name == "tweet") rename(use.where);

#include <string>
#include <string_view>
#include <vector>

#include "bote/model/workload.hpp"

namespace bote {

enum class NameRole { quantity, own, object, tier };

struct NameUse {
    Span where;
    std::string name;  // in full: "tweet.write_qps" for `write_qps` in a formula of `tweet`
    NameRole role = NameRole::quantity;
    bool is_given = false;     // here it is given a value, or defined
    Span value = {};           // that value
    std::size_t scenario = 0;  // of which scenario, counted from 1; 0: of the file as it is written
};

/// In the order of their places. Of `tweet.write_qps` both the whole and `tweet`; of `5 tweets` the `tweets`.
std::vector<NameUse> names_in(const Workload& workload);

/// What an object's name becomes where a text has its plural: "photo", "tweets" -> "photos".
std::string in_form_of(std::string_view written, std::string_view name, const std::string& new_name);

}  // namespace bote
