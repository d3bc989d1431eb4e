#include "progress.hpp"

#include <utility>

#include <fmt/format.h>

namespace bote {
namespace {

constexpr double kPatience = 0.5;  // seconds
constexpr double kPause = 0.1;

}  // namespace

Progress::Progress(const Environment& environment, std::string what)
    : environment_(environment), what_(std::move(what)) {
    if (environment_.show_progress) next_ = environment_.clock() + kPatience;
}

Progress::~Progress() {
    if (is_shown_) environment_.show_progress("");
}

void Progress::reach(double done, double all) {
    if (!environment_.show_progress) return;
    const double now = environment_.clock();
    if (now < next_) return;
    constexpr int kPercent = 100;
    environment_.show_progress(fmt::format("{}: {}%", what_, static_cast<int>(kPercent * done / all)));
    next_ = now + kPause;
    is_shown_ = true;
}

}  // namespace bote
