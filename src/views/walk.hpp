#pragma once
// A model along one of its inputs: its values at one point after the other, and what changes between two points.
//
//   Walk walk(estimate, slot);
//   walk.changes(walk.stop_at(1e6), walk.stop_at(1e7));        // {{3.07e6, "partition the data: 2 shards"}}

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "bote/engine/chance.hpp"
#include "bote/engine/cone.hpp"
#include "bote/engine/program.hpp"
#include "bote/views/timeline.hpp"
#include "growing.hpp"

namespace bote {

/// What can change on the way: whether an expectation or a rule holds (0 or 1), whether an expectation is as likely to
/// hold as it asks for, or which resource binds a tier (the quantity that decides, -1: none).
struct Question {
    enum class About : std::uint8_t { expectation, chance, rule, tier };
    About about = About::expectation;
    std::size_t index = 0;                 // among its kind
    Compared compared;                     // of an expectation or a rule
    std::vector<QuantityIndex> resources;  // of a tier
};

class Walk {
public:
    /// Whether expectations that ask for a chance are among the questions: each answer to them takes samples.
    enum class Chances : std::uint8_t { asked, left_out };

    Walk(const Estimate& estimate, QuantityIndex input, Chances chances = Chances::asked);

    /// Along the horizon: these rates grow towards the values that are given for them.
    void grow(const std::vector<GrowingRate>& rates);

    [[nodiscard]] const std::vector<Question>& questions() const { return questions_; }

    Values values_at(double input);

    /// A value of the input, and the answer to each question there.
    struct Stop {
        double at = 0;
        std::vector<int> answers;
    };
    Stop stop_at(double input);

    /// The answer to a question where the values are those at the input.
    int answer(const Question& question, double input, const Values& values);

    /// The answer to a question about a chance, which needs no values.
    int answer_chance(const Question& question, double input);

    /// What changes in (from, to], in the order of the input. `from` may lie above `to`.
    std::vector<Change> changes(const Stop& from, const Stop& to);

private:
    /// The part of the program that a question rests on: in a workload of hundreds of objects, most ask about one.
    struct Part {
        Program program;
        std::vector<GrowingRate> growing;
    };

    [[nodiscard]] bool is_whole() const;
    [[nodiscard]] std::vector<std::uint32_t> results_of(const Question& question) const;
    Part part_for(const Question& question);
    void evaluate_at(double input, const Program& program, const std::vector<GrowingRate>& growing);
    /// The values of a part; all others are those of any input.
    const Values& values_at(double input, const Part& part);
    double find_change(const Question& question, const Part& part, int then, std::pair<double, double> between);
    [[nodiscard]] std::string describe(const Values& values, const Question& question, int answer) const;

    const Estimate& estimate_;
    const Model& model_;
    std::uint32_t slot_;
    Program program_;
    Columns columns_;
    Values values_;
    std::vector<GrowingRate> growing_;
    std::optional<Cones> cones_;  // made when something changes
    std::vector<Question> questions_;
    std::vector<std::optional<ChanceAlong>> chances_;  // of the expectations, each made when it is first asked for
};

/// The answer to a question about anything but a chance, where the two sides of a comparison i are values.left[i] and
/// values.right[i].
int answer_to(const Question& question, const Values& values);

}  // namespace bote
