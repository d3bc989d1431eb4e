// Which quantity a key or a name means, and what else could be: the part of Reader in reader_names.cpp.

#include "model/reader.hpp"

#include <string>
#include <vector>

#include "formula/sample.hpp"
#include "model/refusal.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::reader_names_test {

TEST_CASE("a tier may have the name of an object's quantity or a short unit's, but none that is taken") {
    for (const auto* name : {"fanout", "duration", "gateway", "x9"}) {
        CAPTURE(name);
        CHECK(errors_of(std::string("tiers: {") + name + ": {load: 1/s}}\n").empty());
    }
    refused({
        {"tiers: {storage: {load: 1/s}}\n", "1:9", {"'storage' cannot name a tier: it is a quantity of the model"}},
        {"tiers: {dau: {load: 1/s}}\n",
         "1:9",
         {"it is a quantity of the model", "choose another name, such as `my_dau`"}},
        {"tiers: {kb: {load: 1/s}}\n", "1:9", {"it is a unit"}},
        {"tiers: {clients: {load: 1/s}}\n", "1:9", {"it stands for all that send requests"}},
        {"tiers: {tier: {load: 1/s}}\n", "1:9", {"'tier' cannot name a tier: it "}},
        {"tiers: {to: {load: 1/s}}\n", "1:9", {"it is a word of the language"}},
        {"objects: {fanout: {writes: 1/s}}\n", "1:11", {"'fanout' cannot name an object: it is a quantity"}},
        {"objects: {price: {writes: 1/s}}\n", "1:11", {"it is a group of the model"}},
        {"define: {key: 5}\n", "1:10", {"'key' cannot name an own quantity: it is a group of the model"}},
        {"define: {9x: 5}\n", "1:10", {"a letter first"}},
        {"define: {fanout: 5}\n", "1:10", {"to replace it, give `fanout` at the top level"}},
    });
    CHECK(errors_of("define: {kb: 5}\n").empty());
}

TEST_CASE("objects, tiers and own quantities share their names, of which each is there once") {
    refused({
        {"objects: {feed: {writes: 1/s}}\ntiers: {feed: {load: 1/s}}\n", "2:9", {"'feed' names two things"}},
        {"tiers: {feed: {load: 1/s}}\ndefine: {feed: 5}\n", "2:10", {"'feed' names two things"}},
        {"objects: {feed: {writes: 1/s}}\ndefine: {feed: 5}\n", "2:10", {"'feed' names two things"}},
    });
}

TEST_CASE("a key that is known elsewhere says where it belongs") {
    refused({
        {"fanout: 5\nobjects: {tweet: {writes: 1/s}}\n", "1:1", {"'fanout' belongs in an object", "below `tweet:`"}},
        {"objects: {tweet: {writes: 1/s, dau: 5}}\n",
         "1:32",
         {"'dau' is of the whole workload", "move it out of the object"}},
        {"year: 360 days\n", "1:1", {"'year' is a convention", "write `conventions: {year: 360 days}` in the file"}},
        {"objects: {tweet: {writes: 1/s, kilo: 1024}}\n", "1:32", {"'kilo' is a convention"}},
        {"dau:\n  x: 5\n", "1:1", {"'dau' takes a value, not a map"}},
        {"tier.load: 5/s\n", "1:1", {"'tier.load' is a quantity of each tier", "such as `app.load`"}},
        {"tier: {load: 5/s}\n", "1:8", {"'tier.load' is a quantity of each tier"}},
        {"objects: {tweet: {writes: 1/s, tier.load: 5/s}}\n", "1:32", {"'tier.load' is a quantity of each tier"}},
        {"define: {a1: tier.load}\n", "1:14", {"'tier.load' is a quantity of each tier", "such as `app.load`"}},
    });
    const auto option = [](const std::string& assignment) {
        return errors_of("writes: 1/s\n", options({assignment})).front();
    };
    CHECK(contains(option("day=100000 s"), "write `--day '100000 s'`"));
    CHECK(contains(option("day=25h"), "write `--day 25h`"));
    CHECK(contains(option("month=30 days"), "write `conventions: {month: 30 days}` in the file"));
    CHECK(contains(option("expect=5"), "'expect' cannot be set here; set a quantity, such as `dau`"));
    CHECK(contains(option("tier.servers=5"), "'tier.servers' is a quantity of each tier"));
    CHECK(contains(option("objects.tweet=5"), "'objects.tweet' cannot be set here"));
}

TEST_CASE("a name that is nearly one is told with its owner") {
    const std::string tweet = "objects: {tweet: {writes: 1/s}}\n";
    const std::string box = "tiers: {box: {load: 1/s}}\n";
    refused({
        {tweet + "twet.reads: 5/s\n", "2:1", {"there is no quantity 'twet.reads'", "did you mean 'tweet.reads'?"}},
        {tweet + "define: {a1: twet.writes}\n", "2:14", {"a1: 'twet.writes' is not known", "'tweet.writes'"}},
        {tweet + "define: {a1: tweet.wrtes}\n",
         "2:14",
         {"the object 'tweet' has no quantity 'wrtes'", "did you mean 'tweet.writes'?"}},
        {tweet + "define: {a1: writes_per_user * 2}\n",
         "2:14",
         {"'writes_per_user' belongs to an object", "write `tweet.writes_per_user`"}},
        {box + "define: {a1: box.laod}\n", "2:14", {"the tier 'box' has no quantity 'laod'", "did you mean 'load'?"}},
        {box + "define: {a1: bix.load}\n", "2:14", {"'bix.load' is not known", "did you mean 'box.load'?"}},
        {tweet + "tweet.dau: 5\n", "2:1", {"there is no quantity 'tweet.dau'", "own ones go under `define`"}},
        {box + "box: {lod: 5/s}\n", "2:7", {"there is no quantity 'box.lod'"}},
        {"define: {a1: 2 * mb}\n", "1:18", {"'mb' could be bits or bytes"}},
        {"define: {a1: zzzzzz}\n", "1:14", {"'zzzzzz' is not known", "own quantities go under `define`"}},
        {"sevrer: {rps: 5}\n", "1:1", {"there is no group 'sevrer'", "did you mean 'server'?"}},
        {"replicas: 3\n", "1:1", {"did you mean 'replication'?"}},  // the word of it that people use
        {"zzzzzz: 3\n", "1:1", {"own ones go under `define`"}},
    });
}

TEST_CASE("a bare key is a policy of all before it is anything else, and an own name wins over none") {
    const auto estimate = estimate_of(
        "retention: 1 h\nobjects:\n  tweet: {writes: 1/s, object_size: 1 KB}\n"
        "tweet.reads: 7/s\ndefine: {mine: 5}\n",
        options({"mine=6", "tweet.writes=2/s"}));
    CHECK(value(estimate, "tweet.retention") == 3600);
    CHECK(value(estimate, "tweet.reads") == 7);
    CHECK(value(estimate, "tweet.writes") == 2);
    CHECK(value(estimate, "mine") == 6);
}

TEST_CASE("both halves of a name are mended, and the nearest letters go before what people call it") {
    const std::string tweet = "objects: {tweet: {writes: 1/s}}\n";
    refused({
        {tweet + "expect: [twet.wrtes < 1/s]\n", "2:10", {"did you mean 'tweet.writes'?"}},
        {tweet + "expect: [tweet.wrtes < 1/s]\n", "2:10", {"did you mean 'tweet.writes'?"}},
        {"region: 3\n", "1:1", {"did you mean 'regions'?"}},
        {"server.apple: 3\n", "1:1", {"`bote quantities` lists the quantities"}},
        {"write_read_ratio: 1:3\n", "1:1", {"with the reads first: 3:1"}},
        {"writes: 5/seek\n", "1:11", {"did you mean 'week'?"}},
        {"replication: triple\n", "1:14", {"write `3`"}},
        {"retention: forever\n", "1:12", {"such as `10 years`"}},
        {"load: 5/s\n", "1:1", {"'load' belongs in a tier"}},
        {"copies: 1\n", "1:1", {"did you mean 'replication'?"}},
    });
    const auto option = errors_of(tweet, options({"tweet.objct_size=5"}));
    CHECK(contains(option.front(), "did you mean 'tweet.object_size'?"));
    CHECK(contains(errors_of(tweet, options({"object_siz=5 KB"})).front(), "did you mean 'object_size'?"));
}

TEST_CASE("a name in a further line of a value is pointed at there") {
    refused({
        {"dau: 1M +\n  nope\n", "2:3", {"'nope' is not known"}},
        {"define:\n  total: |\n    1 +\n    nope\n", "4:5", {"'nope' is not known"}},
        {"define:\n  total: >-\n    1 +\n    nope\n", "4:5", {"'nope' is not known"}},
        {"dau: 1M\nexpect:\n  - dau <\n    nope\n", "4:5", {"'nope' is not known"}},
    });
}

}  // namespace bote::test::reader_names_test
