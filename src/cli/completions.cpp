// Completions: a short script for each shell, which asks the program itself what may stand next. So they know all that
// the program knows, and a script that was installed once stays right.

#include <fmt/format.h>

#include "bote/base/suggest.hpp"
#include "bote/base/text.hpp"
#include "commands.hpp"
#include "next_words.hpp"

namespace bote {
namespace {

/// Readline parts words at '=', and replaces only what stands behind it.
constexpr std::string_view kBash = R"(# Completions of bote for bash: source <(bote completions bash)
_bote() {
    local -a words=()
    local i word joined=0 what=words current before name files=0
    for ((i = 1; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if ((i > 1)) && [[ $word == = || $joined == 1 ]]; then
            words[${#words[@]} - 1]+=$word
            [[ $word == = ]] && joined=1 || joined=0
        else
            words+=("$word")
        fi
    done
    current=${words[${#words[@]} - 1]}
    unset "words[${#words[@]} - 1]"
    case $current in
        --*=*) words+=("${current%%=*}") current=${current#*=} ;;
        -*) what=options ;;
    esac
    before=
    [[ $current == *=* ]] && before=${current%=*}=
    COMPREPLY=()
    while IFS=$'\t' read -r name _; do
        if [[ $name == :files ]]; then
            files=1
        elif [[ $name == "$current"* ]]; then
            COMPREPLY+=("${name#"$before"}")
            [[ $name == *= ]] && compopt -o nospace 2>/dev/null
        fi
    done < <("${COMP_WORDS[0]}" completions "$what" -- ${words[@]+"${words[@]}"} 2>/dev/null </dev/null)
    if ((files)); then
        while IFS= read -r name; do COMPREPLY+=("$name"); done < <(compgen -f -- "$current")
        compopt -o filenames 2>/dev/null
    else
        for i in "${!COMPREPLY[@]}"; do
            [[ ${COMPREPLY[i]} == *' '* ]] && printf -v 'COMPREPLY[i]' %q "${COMPREPLY[i]}"
        done
    fi
    return 0
}
complete -F _bote bote
)";

constexpr std::string_view kZsh = R"(#compdef bote
# Completions of bote for zsh: in a folder of $fpath as _bote, or source <(bote completions zsh)
_bote() {
    local -a before names texts open
    local what=words name meaning files=0
    before=("${(@Q)words[2,CURRENT-1]}")
    if [[ $PREFIX == --*=* ]]; then
        before+=("${PREFIX%%=*}")
        compset -P '*='
    elif [[ $PREFIX == -* ]]; then
        what=options
    fi
    while IFS=$'\t' read -r name meaning; do
        if [[ $name == :files ]]; then
            files=1
        elif [[ $name == *= ]]; then
            open+=("$name")
        else
            names+=("$name")
            texts+=("$name${meaning:+  -- $meaning}")
        fi
    done < <("${(Q)words[1]}" completions $what -- "${before[@]}" 2>/dev/null </dev/null)
    (($#names)) && compadd -l -d texts -a names
    (($#open)) && compadd -S '' -a open
    ((files)) && _files
    return 0
}
if [[ $funcstack[1] == _bote ]]; then
    _bote "$@"
else
    compdef _bote bote
fi
)";

constexpr std::string_view kFish = R"(# Completions of bote for fish: bote completions fish | source
function __bote_next
    set -l before (commandline -opc)
    set -l program $before[1]
    set -e before[1]
    set -l current (commandline -ct)
    set -l what words
    set -l joined ''
    if string match -q -- '--*=*' $current
        set joined (string split -m1 = -- $current)[1]
        set -a before $joined
        set joined $joined=
    else if string match -q -- '-*' $current
        set what options
    end
    for line in ($program completions $what -- $before 2>/dev/null </dev/null)
        if test $line = :files
            __fish_complete_path (string replace -r -- '^--[^=]*=' '' $current)
        else
            echo $joined$line
        end
    end
end
complete -c bote -f -a '(__bote_next)'
)";

constexpr struct {
    std::string_view shell;
    std::string_view script;
} kScripts[] = {{"bash", kBash}, {"zsh", kZsh}, {"fish", kFish}};

std::string lines_of(const std::vector<NextWord>& words) {
    std::string text;
    for (const auto& word : words)
        text += word.meaning.empty() ? word.text + "\n" : fmt::format("{}\t{}\n", word.text, word.meaning);
    return text;
}

}  // namespace

Outcome run_completions(const CommandSetting& setting) {
    const auto& words = setting.options.words;
    const std::vector<std::string> before(words.begin() + 1, words.end());
    if (words.front() == "words") return {kExitAnswered, lines_of(next_words(before, setting)), ""};
    if (words.front() == "options") return {kExitAnswered, lines_of(next_options(before)), ""};
    std::vector<std::string_view> known;
    for (const auto& [shell, script] : kScripts) {
        if (shell == words.front() && before.empty()) return {kExitAnswered, std::string(script), ""};
        known.push_back(shell);
    }
    throw InputError(Error{{},
                           before.empty() ? fmt::format("there is no shell '{}'", show_in_line(words.front()))
                                          : fmt::format("'{}' is one word too many", show_in_line(before.front())),
                           before.empty() ? suggest(words.front(), known) : "usage: bote completions SHELL"});
}

}  // namespace bote
