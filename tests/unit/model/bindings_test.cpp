#include "model/bindings.hpp"

#include "project/catch.hpp"

namespace bote::test::bindings_test {

TEST_CASE("an id without a quantity, and none at all, are bound to nothing") {
    std::vector<Binding> names;
    Bindings bindings(3, names, 4);
    bindings.set_index(NodeIndex{2}, QuantityIndex{7});
    CHECK(bindings.index_of(NodeIndex{2}) == QuantityIndex{7});
    CHECK(bindings.index_of(NodeIndex{0}) == QuantityIndex::none);
    CHECK(bindings.index_of(NodeIndex::none) == QuantityIndex::none);
}

TEST_CASE("names are handed out where they stay") {
    std::vector<Binding> names;
    Bindings bindings(2, names, 3);
    bindings.set_index(NodeIndex{0}, QuantityIndex{4});
    bindings.set_index(NodeIndex{1}, QuantityIndex{5});
    bindings.add(NodeIndex{1});
    const auto first = bindings.last(1);
    bindings.add(NodeIndex{0});
    bindings.add(NodeIndex::none, true);
    const auto rest = bindings.last(2);
    REQUIRE(first.size() == 1);
    CHECK(first[0].quantity == QuantityIndex{5});
    CHECK_FALSE(first[0].is_word);
    REQUIRE(rest.size() == 2);
    CHECK(rest[0].quantity == QuantityIndex{4});
    CHECK(rest[1].quantity == QuantityIndex::none);
    CHECK(rest[1].is_word);
    CHECK(bindings.last(0).empty());
}

}  // namespace bote::test::bindings_test
