#pragma once
// The style of a page. Every rule is under `.bote`, so that a fragment leaves the page around it alone.

#include <string_view>

namespace bote {

inline constexpr std::string_view kPageStyle = R"css(
.bote{--paper:#fff;--ink:#1b1f24;--muted:#57606a;--rule:#dfe3e8;--tint:#f6f7f9;--accent:#2f6299;--good:#20694a;--bad:#a3341f;
color-scheme:light dark;box-sizing:border-box;max-width:56rem;margin:0 auto;padding:2.5rem 1.25rem 4rem;background:var(--paper);color:var(--ink);
font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","DejaVu Sans",Arial,sans-serif;
font-variant-numeric:tabular-nums;overflow-wrap:break-word;-webkit-text-size-adjust:100%}
@media (prefers-color-scheme:dark){.bote{--paper:#14171a;--ink:#e6e9ec;--muted:#a0a9b3;--rule:#2d333a;--tint:#1b1f24;--accent:#84b6e8;--good:#6cc5a1;--bad:#ef8f7b}}
.bote *{box-sizing:border-box}
.bote h1{font-size:1.9rem;line-height:1.2;font-weight:650;letter-spacing:-.012em;margin:0 0 .6rem}
.bote h2{font-size:1.2rem;line-height:1.3;font-weight:650;margin:0 0 .7rem}
.bote h3{font-size:1rem;font-weight:650;margin:1.2rem 0 .4rem}
.bote section,.bote details.section{margin:2.4rem 0 0}
.bote p{margin:.5rem 0;max-width:46rem}
.bote .verdict{font-size:1.22rem;line-height:1.45;max-width:44rem;margin:.2rem 0 0}
.bote .note{color:var(--muted);font-size:.92rem}
.bote .good{color:var(--good)}.bote .bad{color:var(--bad)}
.bote .verdict.good,.bote .verdict.bad{color:var(--ink);border-left:.25rem solid var(--good);padding-left:.85rem}
.bote .verdict.bad{border-left-color:var(--bad)}
.bote code,.bote pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.86em}
.bote dl.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(8rem,1fr));gap:1.1rem 1.25rem;margin:1.8rem 0 0}
.bote dl.figures>div{border-top:2px solid var(--ink);padding-top:.5rem;display:flex;flex-direction:column}
.bote dl.figures dt{color:var(--muted);font-size:.86rem;line-height:1.35}
.bote dl.figures dd{margin:0;font-size:.86rem;color:var(--muted)}
.bote dl.figures dd.value{font-size:clamp(1.2rem,2.5vw,1.55rem);line-height:1.6;white-space:nowrap;font-weight:650;color:var(--ink)}
.bote dl.figures dd.long{font-size:1.05rem;line-height:2}
.bote dl.figures svg{margin-top:.3rem}
.bote .scroll{overflow-x:auto;margin:.6rem 0;max-width:100%}
.bote .scroll:focus-visible,.bote pre:focus-visible,.bote summary:focus-visible,.bote a:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.bote table{border-collapse:separate;border-spacing:0;font-size:.92rem;line-height:1.4}
.bote th,.bote td{text-align:left;vertical-align:baseline;padding:.32rem 1.5rem .32rem 0;border-bottom:1px solid var(--rule)}
.bote thead th,.bote thead td{color:var(--muted);font-weight:500;border-bottom:1px solid var(--muted);white-space:nowrap;vertical-align:bottom}
.bote tbody th{font-weight:500}
.bote .n{text-align:right;white-space:nowrap}
.bote td.f{min-width:9rem}
.bote td.r{min-width:18rem}
.bote td.draw{min-width:8.5rem;vertical-align:middle}
.bote tr:target>*{background:var(--tint);box-shadow:inset 0 -2px var(--accent)}
.bote a{color:inherit;text-decoration:underline;text-decoration-color:var(--rule);text-underline-offset:.18em}
.bote a:hover{color:var(--accent);text-decoration-color:currentColor}
.bote figure{margin:1.3rem 0 0}
.bote figcaption{margin-bottom:.5rem;max-width:46rem}
.bote figcaption span{display:block;color:var(--muted);font-size:.92rem}
.bote .bote-chart{display:block}
.bote .narrow{display:none}
@media (max-width:46rem){.bote .wide{display:none}.bote .narrow{display:block}.bote{padding:1.5rem 1rem 3rem}
.bote h1{font-size:1.6rem}.bote .verdict{font-size:1.1rem}
.bote dl.figures{grid-template-columns:repeat(auto-fit,minmax(7.6rem,1fr))}.bote dl.figures dd.value{font-size:1.3rem}.bote dl.figures dd.long{font-size:1rem;line-height:1.75}
.bote tbody th,.bote thead :first-child{position:sticky;left:0;background:var(--paper)}
.bote th,.bote td{padding-right:1.1rem}}
.bote summary{cursor:pointer;color:var(--muted);font-size:.92rem;width:fit-content}
.bote details.section>summary{color:inherit;font-size:1rem}
.bote details.section>summary h2{display:inline;margin:0}
.bote pre{background:var(--tint);border:1px solid var(--rule);border-radius:.35rem;padding:.8rem 1rem;overflow-x:auto;margin:.4rem 0;line-height:1.5}
.bote .mini{display:block}
.bote .m-fill{fill:var(--accent)}.bote .m-line{stroke:var(--accent);stroke-width:2}.bote .m-axis{stroke:var(--muted)}
@media print{.bote{--paper:#fff;--ink:#000;--muted:#444;--rule:#ccc;--tint:#f6f6f6;--accent:#2f6299;--good:#20694a;--bad:#a3341f;max-width:none;padding:0;font-size:10.5pt}
.bote details::details-content{content-visibility:visible;block-size:auto}
.bote .scroll,.bote pre{overflow:visible}.bote pre{white-space:pre-wrap}
.bote figure details{display:none}.bote section,.bote details.section{margin-top:1.5rem}
.bote figure,.bote tr,.bote dl.figures>div{break-inside:avoid}.bote h2,.bote summary{break-after:avoid}}
)css";

/// Around the page itself, which a fragment does not have.
inline constexpr std::string_view kBodyStyle =
    "body{margin:0;background:#fff}@media (prefers-color-scheme:dark){body{background:#14171a}}"
    "@media print{body{background:#fff}@page{margin:16mm}}\n";

}  // namespace bote
