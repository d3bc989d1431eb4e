// Keys, names and values that are refused as they are read.

#include <string>
#include <vector>

#include "formula/sample.hpp"
#include "model/refusal.hpp"
#include "project/catch.hpp"

namespace bote::test::reader_test {

TEST_CASE("a name that is not there is refused with the nearest one") {
    refused({
        {"dua: 5M\n", "1:1", {"'dua'", "did you mean 'dau'?"}},
        {"dau: mauu * 2\n", "1:6", {"'mauu'", "'mau'"}},
        {"sever:\n  rps: 1k/s\n", "1:1", {"no group 'sever'", "'server'"}},
        {"server:\n  rsp: 1k/s\n", "2:3", {"server.rsp", "'server.rps'"}},
        {"dau:\n  x: 5\n", "1:1", {"takes a value, not a map"}},
        {"objects:\n  a: {wrties: 1/s}\n", "2:7", {"'writes'"}},
        {"objects:\n  a: {dau: 1M}\n", "2:7", {"belongs to the top level"}},
        {"object_size: 5 KB\nobjects:\n  a: {writes: 1/s}\n", "1:1", {"belongs in an object", "`a:`"}},
        {"objects:\n  a: {writes: 1/s}\ndefine: {x: object_size}\n",
         "3:13",
         {"belongs to an object", "`a.object_size`"}},
        {"objects:\n  a: {writes: 1/s}\ndefine: {x: a.wrtes}\n",
         "3:13",
         {"the object 'a' has no quantity 'wrtes'", "'a.writes'"}},
        {"dau: 5 servrs\n", "1:8", {"'servrs'", "server"}},
        {"writes: 1/s\ndefine: {x: 5 mb}\n", "2:15", {"bits or bytes"}},
        {"dau: nan\n", "1:6", {"'nan'"}},
        {"dau: inf\n", "1:6", {"'inf'"}},
    });
}

TEST_CASE("an own quantity or an object has a name of its own") {
    refused({
        {"define: {day: 5}\n", "1:10", {"it is a unit"}},
        {"define: {ceil: 5}\n", "1:10", {"it is a function"}},
        {"define: {per: 5}\n", "1:10", {"word of the language"}},
        {"define: {storage: 5 PB}\n", "1:10", {"quantity of the model", "top level"}},
        {"define: {server: 5}\n", "1:10", {"group of the model"}},
        {"define: {Fan: 5}\n", "1:10", {"small letters"}},
        {"define: {a-b: 5}\n", "1:10", {"small letters"}},
        {"define: {a.b: 5}\n", "1:10", {"small letters"}},
        {"define: {expect: 5}\n", "1:10", {"section"}},
        {"objects: {min: {writes: 1/s}}\n", "1:11", {""}},
        {"objects: {app: {writes: 1/s}}\n", "1:11", {"group of the model"}},
        {"objects: {writes: {writes: 1/s}}\n", "1:11", {"quantity of the model"}},
        {"objects: {tweet: {writes: 1/s}}\ndefine: {tweet: 5}\n", "2:10", {"names two things"}},
        {"writes: 1/s\ndefine:\n  x [foo]: 5\n", "3:5", {"not a unit"}},
    });
    CHECK(errors_of("objects: {tweet: {writes: 1/s}}\ndefine: {users: 5}\n") == std::vector<std::string>{});
}

TEST_CASE("a value has the form that its field takes") {
    refused({
        {"dau: 50%\nmau: 5M\n", "1:6", {"expected a count, found the share"}},
        {"writes: 1/s\nheadroom: 30\nobject_size: 1 KB\n", "2:11", {"not a percentage", "30%"}},
        {"retention: 5\nwrites: 1/s\n", "1:12", {"expected a duration", "5 years"}},
        {"retention: 6m\nwrites: 1/s\n", "1:12", {"6 min", "6 months"}},
        {"writes: 100M\n", "1:9", {"expected a rate (per second)", "/day"}},
        {"object_size: 500\nwrites: 1/s\n", "1:14", {"expected a size (bytes)", "500 B"}},
    });
    CHECK(errors_of("writes: 1/s\nobject_size: 1 KB\nheadroom: 0.3\n") == std::vector<std::string>{});
    CHECK(errors_of("writes: 1/s\nobject_size: 1 KB\nindex_overhead: 150%\n") == std::vector<std::string>{});
}

}  // namespace bote::test::reader_test
