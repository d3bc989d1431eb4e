// What was given and cannot be computed: each an error with its reason.

#include <string>
#include <vector>

#include "formula/sample.hpp"
#include "model/refusal.hpp"
#include "project/catch.hpp"

namespace bote::test::missing_test {

TEST_CASE("a given formula whose names are not there says what it lacks") {
    refused({
        {"storage: filled * 2\n", "1:10", {"storage: the formula needs", "`"}},
        {"writes: 1/s\ndefine:\n  x: reads * 2\n", "3:6", {"x: the formula needs", "read"}},
        {"writes: dau * 2/day\n", "1:9", {"writes: the formula needs `dau`"}},
        {"objects:\n  a: {writes: b.reads}\n  b: {writes: 1/s}\n", "2:15", {"a.writes: the formula needs", "b.read"}},
        {"writes: 1/s\nexpect: [storage < 5 PB]\n", "2:10", {"`storage` has no value", "needs `object_size`"}},
        {"dau: 1M\nexpect: [storage < 5 PB]\n", "2:10", {"needs `writes_per_user` and `object_size`"}},
        {"dau: 1M\nexpect: [peak_qps < 5/s]\n", "2:10", {"needs `writes_per_user`"}},
        {"writes: 1/s\nobject_size: 1 KB\nexpect: [warm_data < 5 PB]\n", "3:10", {"needs `hot_age` and `warm_age`"}},
        {"objects:\n  a: {writes: 1/s}\n  b: {writes: 2/s}\nexpect: [data < 5 PB]\n",
         "4:10",
         {"`data` has no value", "needs `a.object_size`"}},
        {"objects:\n  a: {writes: 1/s, object_size: 1 KB}\nexpect: [cost.storage < $5/month]\n",
         "3:10",
         {"needs `price.storage`"}},
    });
}

TEST_CASE("a cycle is printed from what was given, and back to it") {
    refused({
        {"writes: reads\nreads: writes\n", "1:9", {"cycle", "writes -> reads -> writes"}},
        {"define:\n  a: b\n  b: a\n", "2:6", {"a -> b -> a"}},
        {"define:\n  a: a + 1\n", "2:6", {"a -> a"}},
        {"define:\n  a: b\n  b: c\n  c: a + 1\n", "2:6", {"a -> b -> c -> a"}},
        {"objects:\n  a: {writes: b.writes}\n  b: {writes: a.writes}\n", "2:15", {"a.writes -> b.writes -> a.writes"}},
        {"objects:\n  a: {writes: x}\n  b: {writes: 1/s}\ndefine: {x: writes}\n", "2:15", {"cycle", "a.writes", "x"}},
        {"dau: 1M\nwrites_per_user: writes / dau\n", "2:18", {"cycle", "writes_per_user -> writes -> writes_per_user"}},
    });
}

}  // namespace bote::test::missing_test
