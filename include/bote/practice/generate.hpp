#pragma once
// Problems from a seed: one of some two dozen kinds of systems, with inputs picked from lists that a practitioner
// would accept for that kind of system. The same seed is the same problem everywhere.
//
//   GeneratedProblem made = generate_problem({.seed = 7});
//   made.yaml                                // the workload, which `bote` reads as any other

#include <cstdint>
#include <string>

#include "bote/practice/problem.hpp"

namespace bote {

struct GenerateRequest {
    std::uint64_t seed = 1;
    Topic topic = Topic::any;
    std::string first = {};  // a quantity that has to be among the questions
};

struct GeneratedProblem {
    std::string yaml;
    int level = 1;  // 1 easy to 3 hard
    Problem problem;
};

/// Seeds 1 to 3 are easy, up to 7 middling, from there on mixed. Workloads whose notes say that something looks odd, or
/// without a clear decision, are made anew.
GeneratedProblem generate_problem(const GenerateRequest& request);

}  // namespace bote
