#pragma once
// How far a long answer has come, for somebody who waits at a terminal. Says nothing of what takes half a second.
//
//   Progress progress(environment, "samples");
//   progress.reach(3e8, 1e9);                 // samples: 30%

#include <string>

#include "bote/cli/run.hpp"

namespace bote {

class Progress {
public:
    Progress(const Environment& environment, std::string what);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void reach(double done, double all);

private:
    const Environment& environment_;
    std::string what_;
    double next_ = 0;  // on the clock: when it says something again
    bool is_shown_ = false;
};

}  // namespace bote
