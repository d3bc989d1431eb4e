#include "model/bindings.hpp"

#include "project/catch.hpp"

namespace bote::test {

TEST_CASE("an id without a quantity, and none at all, are bound to nothing") {
    std::vector<Binding> names;
    Bindings bindings(3, names, 4);
    bindings.set_index(2, 7);
    CHECK(bindings.index_of(2) == 7);
    CHECK(bindings.index_of(0) == -1);
    CHECK(bindings.index_of(-1) == -1);
}

TEST_CASE("names are handed out where they stay") {
    std::vector<Binding> names;
    Bindings bindings(2, names, 3);
    bindings.set_index(0, 4);
    bindings.set_index(1, 5);
    bindings.add(1);
    const auto first = bindings.last(1);
    bindings.add(0);
    bindings.add(-1, true);
    const auto rest = bindings.last(2);
    REQUIRE(first.size() == 1);
    CHECK(first[0].quantity == 5);
    CHECK_FALSE(first[0].is_word);
    REQUIRE(rest.size() == 2);
    CHECK(rest[0].quantity == 4);
    CHECK(rest[1].quantity == -1);
    CHECK(rest[1].is_word);
    CHECK(bindings.last(0).empty());
}

}  // namespace bote::test
