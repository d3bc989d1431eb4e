#pragma once
// A workload posed as an interviewer would: what is known in sentences, then one question after the other, and at the
// end what follows from the numbers.
//
//   Problem problem = pose(compute_estimate(workload, {}), {});
//   problem.prompts.front().text             // "Photos uploaded a second, on average?"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bote/practice/answer.hpp"
#include "bote/practice/slips.hpp"
#include "bote/views/estimate.hpp"

namespace bote {

enum class Topic { any, traffic, storage, network, cache, servers, keys, tiers };

/// None where there is no topic of that name.
std::optional<Topic> topic_named(std::string_view name);
std::string_view name_of(Topic topic);
std::string topic_names();
/// The topic whose questions ask for a quantity.
Topic topic_of(std::string_view quantity);

/// How a story speaks of its objects.
struct Wording {
    std::string writes = "writes";  // "each user uploads 2 photos a day"
    std::string reads = "reads";
};

struct PosingOptions {
    Topic topic = Topic::any;
    Wording wording = {};
    std::string first = {};  // a quantity that has to be among the questions
};

struct Prompt {
    QuantityIndex quantity = QuantityIndex::none;  // of the model
    std::string text;                              // "Application servers, with spares?"
    std::string facts;                             // what machines can do, as far as this question needs it
    Truth target;
    Measure measure;
};

/// A question about what follows: yes or no.
struct DecisionPrompt {
    std::string rule;  // "partition"
    std::string text;  // "Does one server's disk (4 TB) hold a copy of the data?"
    bool yes = false;
    std::string because;  // "3.47k/s <= 10k/s, 1.7 MB/s <= 1.25 GB/s"
    double margin = 1;    // the larger side over the smaller one
};

struct Problem {
    Estimate estimate;
    std::string title;
    std::string id;  // "tinyurl", "seed 7"
    std::vector<std::string> sentences;
    std::vector<Prompt> prompts;
    std::optional<DecisionPrompt> decision;
};

Problem pose(Estimate estimate, const PosingOptions& options);

/// `image.writes=75M/day`: settings that give the values that the text tells to what is a formula in the file, so that
/// the working starts from them. For `read_option`, before the problem is posed again.
std::vector<std::string> told_settings(const Problem& problem);

/// A workload of one's own, posed with the values that its text tells in place of the formulas of its file. Where one
/// of these values cannot be given, since the file's formula is the only way to write it, all formulas stay.
Problem pose_workload(const Workload& workload, Overlay overlay, const PosingOptions& options);

/// The inputs as sentences, those that the questions need and that no question itself gives.
std::vector<std::string> sentences_of(const Estimate& estimate, const std::vector<Prompt>& prompts,
                                      const Wording& wording);

/// What machines can do, as far as a quantity rests on it: "A server answers 8k/s; load it to at most 70%."
std::string facts_of(const Estimate& estimate, QuantityIndex quantity);

/// A decision whose answer is clear: no nearer than a quarter to where it flips.
std::optional<DecisionPrompt> choose_decision(const Estimate& estimate, Topic topic);

inline constexpr double kClearMargin = 1.25;

/// "photo" -> "photos", "reply" -> "replies".
std::string plural_of(std::string_view noun);

}  // namespace bote
