#pragma once
// Workloads that are refused, each with the place of its first error and what that says.
//
//   refused({{"dau: 1M * 1 KB\n", "1:6", {"expected a count"}}});

#include <string>
#include <vector>

#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/contains.hpp"

namespace bote::test {

struct RefusedWorkload {
    std::string yaml;
    std::string place;
    std::vector<std::string> says;
};

inline void refused(const std::vector<RefusedWorkload>& rows) {
    for (const auto& row : rows) {
        CAPTURE(row.yaml);
        const auto errors = errors_of(row.yaml);
        REQUIRE_FALSE(errors.empty());
        CAPTURE(errors.front());
        CHECK(errors.front().starts_with(row.place + ": "));
        for (const auto& part : row.says) {
            CAPTURE(part);
            CHECK(contains(errors.front(), part));
        }
    }
}

}  // namespace bote::test
