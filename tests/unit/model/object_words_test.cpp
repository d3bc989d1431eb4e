#include "bote/model/object_words.hpp"

#include "project/catch.hpp"

namespace bote::test::object_words_test {

using Objects = std::vector<std::string>;

TEST_CASE("a word counts the object of its name, its singulars and its plural") {
    CHECK(objects_counted_by("tweet") == Objects{"tweet", "tweets"});
    CHECK(objects_counted_by("tweets") == Objects{"tweets", "tweet", "tweetss"});
    CHECK(objects_counted_by("boxes") == Objects{"boxes", "boxe", "box", "boxess"});
    CHECK(objects_counted_by("entries") == Objects{"entries", "entrie", "entri", "entry", "entriess"});
    CHECK(objects_counted_by("") == Objects{"", "s"});
}

}  // namespace bote::test::object_words_test
