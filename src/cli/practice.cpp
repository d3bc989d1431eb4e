// `bote practice`: the dialogue's ends are the terminal, a pipe or a script; its history is a file.

#include <algorithm>
#include <cmath>

#include <unistd.h>

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "bote/practice/generate.hpp"
#include "bote/practice/numbers.hpp"
#include "bote/practice/session.hpp"
#include "bote/practice/spot.hpp"
#include "commands.hpp"
#include "files.hpp"
#include "history_file.hpp"
#include "inputs.hpp"
#include "option_values.hpp"
#include "streams.hpp"

namespace bote {
namespace {

/// Each line of a script in turn.
class Script {
public:
    explicit Script(std::string text) : text_(std::move(text)) {}

    std::optional<std::string> next() {
        if (at_ >= text_.size()) return std::nullopt;
        const auto end = std::min(text_.find('\n', at_), text_.size());
        std::string line = text_.substr(at_, end - at_);
        at_ = end + 1;
        return line;
    }

private:
    std::string text_;
    std::size_t at_ = 0;
};

std::string_view mode_of(const Options& options) {
    if (options.spot) return "--spot";
    return options.numbers ? "--numbers" : "--history";
}

void check_modes(const Options& options) {
    const int modes = (options.spot ? 1 : 0) + (options.numbers ? 1 : 0) + (options.history ? 1 : 0);
    if (modes > 1) refuse("--spot, --numbers and --history exclude each other", "give one of them");
    const bool takes_workload = modes == 0;
    if (!options.words.empty() && !takes_workload)
        refuse(fmt::format("{} takes no workload", mode_of(options)),
               fmt::format("leave out '{0}', or write `bote practice {0}`", show_in_line(options.words.front())));
    if (!options.words.empty() && options.seed)
        refuse("--seed has no effect beside a workload", "leave out the workload, or the seed");
    if (options.topic && (options.numbers || options.history)) refuse("--topic has no effect here", "leave it out");
    if (options.history && options.no_history) refuse("--history and --no-history exclude each other", "");
}

Topic topic_for(const Options& options) {
    return options.topic ? topic_named(*options.topic).value_or(Topic::any) : Topic::any;
}

/// What to practise: given, or what the history says.
struct Choice {
    std::uint64_t seed = 1;
    Topic topic = Topic::any;
    std::string first;  // the quantity of a slip whose turn it is
    std::string why;
};

class Practice {
public:
    explicit Practice(const CommandSetting& setting)
        : setting_(setting), options_(setting.options), file_(setting.environment) {}

    Outcome run() {
        check_modes(options_);
        if (keeps()) read_kept();
        if (options_.history) return show_history();
        connect();
        Dialogue dialogue(ends_);
        if (!history_.damaged.empty())
            dialogue.say(fmt::format("{} damaged line(s) of the history left out, the first is line {}.",
                                     history_.damaged.size(), history_.damaged.front()));
        const Report report = practise(dialogue);
        finish(report);
        return std::move(outcome_);
    }

private:
    bool keeps() const { return !options_.no_history && file_.exists(); }

    /// Who asks for the history needs it; who practises can do without.
    void read_kept() {
        setting_.environment.note_read(file_.path());
        std::string text;
        const auto problem = file_.read(text);
        if (problem && options_.history) refuse(*problem);
        if (problem) outcome_.err = "warning: " + *problem + "\n";
        else history_ = read_history(text);
    }

    Outcome show_history() {
        if (!file_.exists()) refuse("there is no folder for a history", "set HOME or XDG_DATA_HOME");
        return {kExitAnswered, render(describe_history(history_, setting_.environment.now()), setting_), ""};
    }

    /// Who asks for a format or a file wants the summary alone there; the dialogue goes to whoever types.
    bool summary_alone() const { return (options_.format && *options_.format != "table") || options_.output; }

    void connect() {
        const Environment& environment = setting_.environment;
        constexpr std::size_t kComfortable = 80;
        constexpr std::size_t kUsualRows = 24;
        ends_.is_typed = environment.in_is_terminal && !options_.script;
        ends_.width = setting_.canvas.width == 0 ? kComfortable : std::min(setting_.canvas.width, kComfortable);
        ends_.rows = environment.terminal_rows > 0 ? environment.terminal_rows : kUsualRows;
        ends_.ink = setting_.canvas.ink;
        ends_.clock = environment.clock;
        ends_.read = environment.read_line;
        if (options_.script) {
            script_ = Script(read_script(*options_.script));
            ends_.read = [this] { return script_.next(); };
        }
        ends_.write = [this](std::string_view text) { write(text); };
    }

    std::string read_script(const std::string& path) const {
        const auto text = read_plain_file(path);
        if (!text)
            refuse(fmt::format("cannot read '{}'", show_in_line(path)), "--script takes a file of answers, one a line");
        setting_.environment.note_read(path);
        return *text;
    }

    /// What is typed at is written at once; everything else when it is whole.
    void write(std::string_view text) {
        if (summary_alone()) {
            if (ends_.is_typed) write_all(STDERR_FILENO, text);
        } else if (ends_.is_typed && setting_.write) {
            setting_.write(text);
        } else {
            outcome_.out += text;
        }
    }

    Choice choose() const {
        Choice choice{1, topic_for(options_), "", ""};
        if (options_.seed) {
            choice.seed = read_seed(*options_.seed);
            return choice;
        }
        constexpr double kSeeds = 1e6;
        const double now = setting_.environment.now();
        if (!keeps()) {
            choice.seed = 1 + static_cast<std::uint64_t>(std::fmod(now, kSeeds));
            return choice;
        }
        choice.seed = count_problems(history_) + 1;
        const auto due = due_slips(history_);
        if (due.empty() || due.front().due > now || choice.topic != Topic::any) return choice;
        choice.first = due.front().quantity;
        choice.topic = topic_of(choice.first);
        choice.why = fmt::format("Chosen for a slip to get rid of: {}.", row_of(due.front().kind).name);
        return choice;
    }

    SessionSetting session_setting() {
        SessionSetting session;
        // A seed stands for the same bytes each time, whatever happened before.
        if (keeps() && !options_.seed) session.history = &history_;
        session.now = setting_.environment.now;
        session.keep = [this](const Answered& answer) {
            if (!keeps()) return;
            const auto problem = file_.append(history_line(answer));
            if (problem && outcome_.err.empty()) outcome_.err = "warning: " + *problem + "\n";
            history_.answers.push_back(answer);
        };
        return session;
    }

    Report practise(Dialogue& dialogue) {
        const Choice choice = choose();
        if (!choice.why.empty()) dialogue.say(choice.why);
        if (options_.numbers)
            return describe_session("Numbers", "numbers",
                                    run_numbers(make_numbers(choice.seed), session_setting(), dialogue));
        if (options_.spot) {
            const Spot spot = make_spot(choice.seed, choice.topic);
            return describe_session(spot.title, spot.id, run_spot(spot, session_setting(), dialogue));
        }
        const Problem problem = make_problem(choice);
        return describe_session(problem, run_session(problem, session_setting(), dialogue));
    }

    Problem make_problem(const Choice& choice) const {
        if (options_.words.empty()) {
            GeneratedProblem made = generate_problem({choice.seed, choice.topic, choice.first});
            return std::move(made.problem);
        }
        const Workload workload = read_workload(options_.words.front(), setting_);
        const auto pose = [&](Topic topic) {
            return pose_workload(workload, overlay_for(workload, setting_), {topic});
        };
        Problem problem = pose(topic_for(options_));
        if (problem.prompts.empty() && !options_.topic) problem = pose(Topic::tiers);  // what is not asked as a rule
        if (problem.prompts.empty())
            refuse("nothing of this workload can be asked", options_.topic ? "try another topic" : "see `bote check`");
        problem.id = show_in_line(options_.words.front());
        return problem;
    }

    void finish(const Report& report) {
        if (summary_alone()) {
            outcome_.out = render(report, setting_);
            return;
        }
        write("\n" + find_format("table")->render(report, {ends_.width, ends_.ink}));
    }

    const CommandSetting& setting_;
    const Options& options_;
    HistoryFile file_;
    History history_;
    DialogueEnds ends_;
    Script script_{""};
    Outcome outcome_;
};

}  // namespace

Outcome run_practice(const CommandSetting& setting) { return Practice(setting).run(); }

}  // namespace bote
