// The kind `llm` of src/model/kinds, worked out by hand.

#include <string>

#include "model/box.hpp"
#include "model/worked.hpp"
#include "project/catch.hpp"

namespace bote::test::llm_kind_test {
namespace {

// 20 GB of weights; 2 * 20 * 5 * 50 * 2 B are 20 KB for a token; an accelerator has 8 GB for them.
const std::string kShape =
    "kind: llm, parameters: 10 billion, layers: 20, kv_heads: 5, head_size: 50, gpu_memory: 10 GB, gpu_usable: 80%, ";
const std::string kModel = kShape + "gpu_bandwidth: 100 GB/s, gpu_flops: 1e12/s, ";
// 30 MB of keys and values for each request.
const std::string kTokens = "prompt_tokens: 1000, output_tokens: 500, ";

}  // namespace

TEST_CASE("weights, keys and values take their bytes") {
    hold({
        {box(kModel + kTokens + "load: 1/s"),
         {{"box.active_parameters", 10e9},
          {"box.weights", 20e9},
          {"box.kv_token", 20e3},
          {"box.kv_request", 30e6},
          {"box.gpus", 3},         // 20.03 GB of 8 GB
          {"box.max_batch", 133},  // the 4 GB that are left, of 30 MB each
          {"box.batch", 133},
          {"box.kv_memory", 3.99e9},
          {"box.model_memory", 23.99e9}}},
        {box(kModel + kTokens + "weight_size: 1 B, kv_value_size: 4 B, batch: 50"),
         {{"box.weights", 10e9},
          {"box.kv_token", 40e3},
          {"box.kv_request", 60e6},
          {"box.gpus", 2},
          {"box.max_batch", 100},
          {"box.kv_memory", 3e9},
          {"box.model_memory", 13e9}}},
        {box(kModel + "prompt_tokens: 1000"), {{"box.kv_request", 20e6}, {"box.max_batch", 200}}},
        {box(kModel + "output_tokens: 500"), {{"box.kv_request", 10e6}, {"box.max_batch", 400}}},
    });
}

TEST_CASE("a replica has the accelerators that hold the weights and one request") {
    const std::string exact = "kind: llm, parameters: 12 billion, gpu_memory: 10 GB, gpu_usable: 80%";
    hold({
        {box(exact), {{"box.gpus", 3}}},
        // Of 90% of its memory, unless that is said: 19 GB of 9 GB each.
        {box("kind: llm, parameters: 9.5 billion, gpu_memory: 10 GB"), {{"box.gpu_usable", 0.9}, {"box.gpus", 3}}},
        {box("kind: llm, parameters: 9 billion, gpu_memory: 10 GB"), {{"box.gpus", 2}}},
        {box(exact + ", layers: 20, kv_heads: 5, head_size: 50, prompt_tokens: 1"), {{"box.gpus", 4}}},
        // One of them holds no more than a part of the weights, and no request.
        {box(kModel + kTokens + "gpus: 1, batch: 1"), {{"box.max_batch", 0}}},
    });
}

TEST_CASE("a step reads the keys and values, and the weights while it works") {
    // Of three accelerators: 1.5 GB and 20 GB at 300 GB/s; 2 * 10e9 * 50 operations at 3e12/s take longer.
    const double slow = 0.005 + 1.0 / 3;
    // 0.3 GB; 2 * 10e9 * 9 operations take 60 ms, the weights 67 ms.
    const double fast = 0.0009 + 0.2 / 3;
    hold({
        {box(kModel + kTokens + "batch: 50"),
         {{"box.step_time", slow}, {"box.token_rate", 50 / slow}, {"box.reader_rate", 1 / slow}}},
        {box(kModel + kTokens + "batch: 9"),
         {{"box.step_time", fast}, {"box.token_rate", 9 / fast}, {"box.reader_rate", 1 / fast}}},
        // Of four billion that are active 50 requests are 0.4e12 operations, 133 ms.
        {box(kModel + kTokens + "batch: 50, active_parameters: 4 billion"), {{"box.step_time", 0.005 + 0.4 / 3}}},
        // Half the bandwidth and five accelerators.
        {box(kShape + kTokens + "batch: 1, gpus: 5, gpu_bandwidth: 50 GB/s"), {{"box.step_time", 20.03 / 250}}},
    });
}

TEST_CASE("from the critical batch on the operations take longer than the weights") {
    hold({
        {box(kModel + kTokens + "batch: 10"), {{"box.critical_batch", 10}, {"box.step_time", 0.001 + 0.2 / 3}}},
        {box(kModel + kTokens + "batch: 5, weight_size: 1 B, gpus: 3"),
         {{"box.critical_batch", 5}, {"box.step_time", 0.0005 + 0.1 / 3}}},
        // Of experts that are not asked the weights are read all the same: 296 * 671 / 37.
        {box("kind: llm, model: deepseek-v3, accelerator: h100"),
         {{"box.critical_batch", 990e12 / 3.35e12 * 671 / 37}}},
        {box(kShape + kTokens + "gpu_flops: 3e12/s, gpu_bandwidth: 20 GB/s"), {{"box.critical_batch", 150}}},
    });
}

TEST_CASE("an answer takes its prompt and a step for each token") {
    // 2 * 10e9 * 1000 operations at 3e12/s * 40%; steps of batch 50 as above.
    const double prefill = 20 / 1.2;
    const double step = 0.005 + 1.0 / 3;
    hold({
        {box(kModel + kTokens + "batch: 50, load: 0.1/s"),
         {{"box.prefill_time", prefill},
          {"box.first_token", prefill + step},
          {"box.request_time", prefill + 500 * step},
          {"box.under_way", 0.3 * (prefill + 500 * step)},
          {"box.tokens", 50},
          {"box.peak_tokens", 150}}},
        {box(kModel + kTokens + "batch: 50, active_parameters: 4 billion, mfu: 50%, gpus: 5"),
         {{"box.prefill_time", 8 / 2.5}}},
        // Without a prompt: 10 MB for each request.
        {box(kModel + "output_tokens: 500, batch: 6, load: 0.1/s"),
         {{"box.first_token", 0.0002 + 0.2 / 3}, {"box.request_time", 0.1 + 100 / 3.0}, {"box.under_way", 0.03 + 10}}},
    });
}

TEST_CASE("each resource of replicas may be the one that decides") {
    const double step = 0.005 + 1.0 / 3;
    const double prefill = 20 / 1.2;
    // What a batch of 50 needs of each, at 0.3/s and 70%.
    hold({
        {box(kModel + kTokens + "batch: 50, load: 0.1/s, rps: 2/s, response_size: 1 MB"),
         {{"box.by_tokens", 150 / (50 / step * 0.7)},
          {"box.by_prefill", 0.3 * prefill / 0.7},
          {"box.by_memory", 0.3 * (prefill + 500 * step) / (133 * 0.7)},
          {"box.by_requests", 0.3 / 1.4},
          {"box.by_network", 0.3 / 875},
          {"box.by_load", 5 / 0.7},
          {"box.servers", 8},
          {"box.machines", 10}}},
        {box(kModel + kTokens + "batch: 50, load: 0.1/s, mfu: 100%, gpus: 30, rps: 0.2/s"),
         {{"box.by_load", 0.3 / 0.14}}},
        {box(kModel + kTokens + "batch: 50, load: 0.1/s, response_size: 35 GB"), {{"box.by_load", 12}}},
        // 10 tokens in and 990 out, 20 MB: the tokens of a batch of 1 at 66.7 ms, where the memory has place for 200.
        {box(kModel + "prompt_tokens: 10, output_tokens: 990, batch: 1, load: 0.1/s"),
         {{"box.by_load", 0.3 * 990 * (20.02 / 300) / 0.7}}},
        // Two requests of 9.601 GB beside 2 GB of weights; 480k tokens in are a second at 0.96e15/s.
        {box("kind: llm, parameters: 1 billion, layers: 20, kv_heads: 5, head_size: 50, gpu_memory: 25 GB, gpus: 1, "
             "gpu_usable: 100%, gpu_bandwidth: 21.2 GB/s, gpu_flops: 1e15/s, mfu: 96%, prompt_tokens: 480k, "
             "output_tokens: 50, load: 0.1/s"),
         {{"box.max_batch", 2},
          {"box.prefill_time", 1},
          {"box.step_time", 21.202 / 21.2},
          {"box.by_load", 0.3 * (1 + 50 * 21.202 / 21.2) / 1.4}}},
    });
}

TEST_CASE("accelerators are paid for by the hour") {
    // Three accelerators of $2 an hour in each of ten replicas, as above; a batch of 50 at 338 ms.
    const double step = 0.005 + 1.0 / 3;
    hold({{box(kModel + kTokens + "batch: 50, load: 0.1/s, gpu_price: $2/h"),
           {{"box.machines", 10},
            {"box.accelerators", 30},
            {"box.price", 6 / 3600.0},
            {"box.cost", 60 / 3600.0},
            {"box.cost_per_million_tokens", 6 / 3600.0 * step / 50 * 1e6}}},
          {box(kModel + kTokens + "gpu_price: $2/h, price: $1000/month, load: 0.1/s"), {{"box.price", 1000 / kBill}}}});
}

TEST_CASE(
    "replicas of a model are known with its tokens, and where any come out with the shape of its keys and values") {
    const std::string shapeless = "kind: llm, parameters: 8B, accelerator: h100, load: 100/s, prompt_tokens: 100";
    CHECK_FALSE(is_in(box(shapeless), "box.machines"));
    CHECK(is_in(box(shapeless + ", output_tokens: 0, token_rate: 9k/s"), "box.machines"));  // it only reads
    CHECK_FALSE(is_in(box(shapeless + ", output_tokens: 1000"), "box.machines"));
    CHECK(is_in(box(shapeless + ", output_tokens: 1000, rps: 5/s"), "box.machines"));
    CHECK(is_in(box(shapeless + ", output_tokens: 1000, token_rate: 9k/s"), "box.machines"));
}

TEST_CASE("a model and an accelerator that are named bring what their papers and data sheets say") {
    const auto model = [](const std::string& name) { return box("kind: llm, load: 1/s, model: " + name); };
    const auto accelerator = [](const std::string& name) { return box("kind: llm, load: 1/s, accelerator: " + name); };
    hold({
        {model("llama-3-8b"),
         {{"box.parameters", 8e9}, {"box.layers", 32}, {"box.kv_heads", 8}, {"box.head_size", 128}}},
        {model("llama-3-70b"),
         {{"box.parameters", 70e9}, {"box.layers", 80}, {"box.kv_heads", 8}, {"box.head_size", 128}}},
        {model("llama-2-13b"),
         {{"box.parameters", 13e9}, {"box.layers", 40}, {"box.kv_heads", 40}, {"box.head_size", 128}}},
        // 512 + 64 numbers of two bytes in each of 61 layers.
        {model("deepseek-v3"),
         {{"box.parameters", 671e9}, {"box.active_parameters", 37e9}, {"box.kv_token", 576 * 2 * 61}}},
        {accelerator("v5e"), {{"box.gpu_memory", 16e9}, {"box.gpu_bandwidth", 820e9}, {"box.gpu_flops", 197e12}}},
        {accelerator("a100"), {{"box.gpu_memory", 80e9}, {"box.gpu_bandwidth", 2.039e12}, {"box.gpu_flops", 312e12}}},
        {accelerator("h100"), {{"box.gpu_memory", 80e9}, {"box.gpu_bandwidth", 3.35e12}, {"box.gpu_flops", 990e12}}},
        {accelerator("h200"), {{"box.gpu_memory", 141e9}, {"box.gpu_bandwidth", 4.8e12}, {"box.gpu_flops", 990e12}}},
    });
}

}  // namespace bote::test::llm_kind_test
