// Feeds every target with the files of its folder, once each: what fuzzing found stays found. With a number of seconds
// it goes on with inputs that are like them, by chance: less than libFuzzer does, but with any compiler.
//
//   bote_fuzz_replay FOLDER [SECONDS [SEED [TARGET]]]      FOLDER/answers/..., FOLDER/formula/..., ...

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "targets.hpp"

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr double kMostSeconds = 10;  // an input: far more than any needs, with sanitizers too
constexpr std::size_t kLongest = 4096;
constexpr const char* kFound = "found-by-replay";

std::string current;  // what is being fed, for whoever looks at a crash

double seconds_since(Clock::time_point begun) { return std::chrono::duration<double>(Clock::now() - begun).count(); }

void keep_current(int signal) {
    if (std::FILE* const file = std::fopen(kFound, "wb")) {
        std::fwrite(current.data(), 1, current.size(), file);
        std::fclose(file);
        std::fprintf(stderr, "the input is in %s\n", kFound);
    }
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

std::vector<std::string> inputs_in(const fs::path& folder) {
    std::vector<fs::path> paths;
    for (const auto& entry : fs::directory_iterator(folder)) paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    std::vector<std::string> inputs;
    for (const auto& path : paths) {
        std::ifstream file(path, std::ios::binary);
        inputs.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return inputs;
}

/// Inputs like those of the corpus: with a few bytes changed, stretches left out, doubled or taken from another one.
class Shaker {
public:
    Shaker(std::vector<std::string> inputs, unsigned seed) : inputs_(std::move(inputs)), random_(seed) {}

    std::string next() {
        std::string input = any().substr(0, kLongest);
        for (std::size_t changes = 1 + below(4); changes > 0; --changes) change(input);
        return input.substr(0, kLongest);
    }

private:
    std::size_t below(std::size_t end) { return std::uniform_int_distribution<std::size_t>(0, end - 1)(random_); }
    const std::string& any() { return inputs_[below(inputs_.size())]; }

    void change(std::string& input) {
        constexpr std::string_view kOften = " \n:-,.'\"[]{}()%*/+^$0123456789eEkMB#|>~=<";
        const std::size_t at = below(input.size() + 1);
        const std::size_t size = std::min(input.size() - at, 1 + below(12));
        const std::string piece = input.substr(at, size);
        const std::string& other = any();
        const std::size_t from = below(other.size() + 1);
        switch (below(6)) {
            case 0: input.insert(at, 1, kOften[below(kOften.size())]); break;
            case 1: input.replace(at, std::min<std::size_t>(size, 1), 1, static_cast<char>(below(256))); break;
            case 2: input.erase(at, size); break;
            case 3: input.insert(below(input.size() + 1), piece); break;
            case 4: input.insert(at, other, from, 1 + below(40)); break;
            default: input.replace(at, size, other, from, 1 + below(12)); break;
        }
    }

    std::vector<std::string> inputs_;
    std::mt19937 random_;
};

void feed(const bote::fuzz::Target& target, std::string input) {
    current = std::move(input);
    const auto begun = Clock::now();
    target.run(current);
    if (seconds_since(begun) > kMostSeconds) std::abort();
}

std::size_t feed_all(const bote::fuzz::Target& target, const std::vector<std::string>& inputs) {
    for (const auto& input : inputs) feed(target, input);
    return inputs.size();
}

std::size_t shake(const bote::fuzz::Target& target, const std::vector<std::string>& inputs, double seconds,
                  unsigned seed) {
    Shaker shaker(inputs, seed);
    std::size_t fed = 0;
    for (const auto begun = Clock::now(); seconds_since(begun) < seconds; ++fed) feed(target, shaker.next());
    return fed;
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 2) return 2;
    const double seconds = count > 2 ? std::atof(arguments[2]) : 0;
    const auto seed = count > 3 ? static_cast<unsigned>(std::atoi(arguments[3])) : 1U;
    const std::string_view only = count > 4 ? arguments[4] : "";
    for (const int signal : {SIGABRT, SIGSEGV, SIGFPE, SIGBUS}) std::signal(signal, keep_current);
    for (const auto& target : bote::fuzz::kTargets) {
        if (!only.empty() && target.name != only) continue;
        const fs::path folder = fs::path(arguments[1]) / target.name;
        const auto inputs = fs::is_directory(folder) ? inputs_in(folder) : std::vector<std::string>();
        if (inputs.empty()) {
            std::fprintf(stderr, "no corpus: %s\n", folder.c_str());
            return 1;
        }
        const std::size_t fed = feed_all(target, inputs) + shake(target, inputs, seconds, seed);
        std::printf("%-13s %zu inputs\n", target.name.data(), fed);
        std::fflush(stdout);
    }
    return 0;
}
