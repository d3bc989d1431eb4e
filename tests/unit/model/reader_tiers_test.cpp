// The kind of a tier, what is chosen for it by name, and which objects live there: the part of Reader in
// reader_tiers.cpp.

#include "model/reader.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "formula/sample.hpp"
#include "model/refusal.hpp"
#include "model/sample.hpp"
#include "model/worked.hpp"
#include "project/catch.hpp"

namespace bote::test::reader_tiers_test {
namespace {

const std::string kObjects =
    "objects:\n  image: {reads: 100/s, writes: 1/s, object_size: 1 MB}\n"
    "  video: {reads: 10/s, writes: 1/s, object_size: 9 MB}\n";

const std::string kModel = "load: 1/s, prompt_tokens: 500, output_tokens: 100";

}  // namespace

TEST_CASE("a kind, a choice and a quantity of a tier are told with the nearest that there is") {
    refused({
        {"tiers: {box: {kind: kafak, load: 1/s}}\n", "1:21", {"no kind of tier 'kafak'", "did you mean 'kafka'?"}},
        {"tiers: {box: {kind: zzzzzz, load: 1/s}}\n", "1:21", {"`bote tiers` lists the kinds"}},
        {"tiers: {box: {kind: llm, model: llama-3-8, accelerator: h100, " + kModel + "}}\n",
         "1:33",
         {"there is no model 'llama-3-8'", "did you mean 'llama-3-8b'?"}},
        {"tiers: {box: {kind: llm, model: llama-3-8b, accelerator: zzzzzz, " + kModel + "}}\n",
         "1:58",
         {"there is no accelerator 'zzzzzz'", "known: ", "h100"}},
        {"tiers: {box: {lod: 1/s}}\n", "1:15", {"the tier 'box' has no quantity 'lod'", "did you mean 'load'?"}},
        {"tiers: {box: {afetr: clients}}\n", "1:15", {"did you mean 'after'?"}},
        {"tiers: {box: {consumer_groups: 5}}\n", "1:15", {"tiers of the kind kafka have it"}},
        {"tiers: {box: {zzzzzz: 5}}\n", "1:15", {"`bote tiers` lists what a tier asks and gives"}},
        {"tiers: {box: {server: {rps: 5}}}\n", "1:15", {"the tier 'box' has no quantity 'server.rps'"}},
    });
}

TEST_CASE("what is known by its name gives way to what the file says, before or behind it") {
    const std::string chosen = "tiers: {box: {kind: llm, model: llama-3-8b, accelerator: h100, " + kModel;
    const double memory = value(estimate_of(chosen + "}}\n"), "box.gpu_memory");
    CHECK(memory == 80e9);
    CHECK(value(estimate_of(chosen + ", gpu_memory: 40 GB}}\n"), "box.gpu_memory") == 40e9);
    const std::string before = "tiers: {box: {kind: llm, gpu_memory: 40 GB, model: llama-3-8b, accelerator: h100, ";
    CHECK(value(estimate_of(before + kModel + "}}\n"), "box.gpu_memory") == 40e9);
    const Model model = model_of(chosen + "}}\n");
    CHECK(std::count(model.given.begin(), model.given.end(), "box.gpu_memory") == 0);  // known, not given
    // A tier of another kind knows none by its name.
    refused({{"tiers: {box: {kind: kafka, load: 1/s, accelerator: h100}}\n", "1:39", {"no quantity 'accelerator'"}}});
}

TEST_CASE("an object lives in one tier, in which it is named once") {
    refused({
        {"tiers: {box: {stores: [image, image]}}\n" + kObjects, "1:31", {"'image' is named twice"}},
        {"tiers: {box: {stores: image}, other: {stores: [video, image]}}\n" + kObjects,
         "1:55",
         {"'image' lives in 'box' already", "an object lives in one tier"}},
        {"tiers: {box: {stores: imgae}}\n" + kObjects, "1:23", {"there is no object 'imgae'", "'image'?"}},
        {"writes: 1/s\ntiers: {box: {stores: image}}\n", "2:23", {"`stores` takes names of `objects:`"}},
    });
    // Named twice, it does not live elsewhere as well.
    CHECK(errors_of("tiers: {box: {stores: [image, image]}}\n" + kObjects).size() == 1);
}

TEST_CASE("what lives in a tier is not cached, unless the file says which part of its reads is") {
    const auto estimate = estimate_of("tiers: {box: {stores: image}}\n" + kObjects);
    CHECK(value(estimate, "image.hit_ratio") == 0);
    CHECK(value(estimate, "image.hot_fraction") == 0);
    CHECK(value(estimate, "video.hit_ratio") == 0.8);
    CHECK(std::count(estimate.model.given.begin(), estimate.model.given.end(), "image.hit_ratio") == 0);
    const auto said = estimate_of(
        "tiers: {box: {stores: image}}\nobjects:\n  image: {reads: 100/s, writes: 1/s, object_size: 1 MB, "
        "hit_ratio: 50%}\n");
    CHECK(value(said, "image.hit_ratio") == 0.5);
    CHECK(value(said, "image.hot_fraction") == 0);
}

TEST_CASE("without a cache every read reaches the database") {
    const std::string one = "reads: 100/s\nwrites: 1/s\nobject_size: 1 MB\n";
    hold({
        {one, {{"database_read_qps", 60}}},  // a fifth of the peak, 300/s
        {"cache: none\n" + one, {{"hit_ratio", 0}, {"database_read_qps", 300}}},
        {"cache: none\n" + kObjects, {{"image.hit_ratio", 0}, {"video.hit_ratio", 0}, {"database_read_qps", 330}}},
        {"cache: Memcached\n" + one, {{"database_read_qps", 60}}},
    });
}

TEST_CASE("what a kind or a key of a tier is called elsewhere") {
    refused({
        {"tiers: {a1: {kind: queue}}\n", "1:20", {"write `kafka` or `rabbitmq`"}},
        {"tiers: {a1: {kind: db}}\n", "1:20", {"write `sql`"}},
        {"tiers: {a1: {kind: lb}}\n", "1:20", {"write `load_balancer`"}},
        {"tiers: {a1: {type: kafka}}\n", "1:14", {"did you mean 'kind'?"}},
        {"tiers: {a1: {server.rps: 5/s}}\n", "1:14", {"write `rps`"}},
    });
}

}  // namespace bote::test::reader_tiers_test
