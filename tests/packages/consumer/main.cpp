#include <cstdio>

#include <bote/bote.hpp>

int main() try {
    const bote::Estimate estimate = bote::estimate_text("writes: 1M/day\nobject_size: 1 KB\nretention: 1 year\n");
    std::printf("%s = %s\n", bote::text_of(estimate, "data").c_str(), bote::working_of(estimate, "data").c_str());
} catch (const bote::InputError& problem) {
    std::fputs(bote::describe(problem.errors()).c_str(), stderr);
    return 1;
}
