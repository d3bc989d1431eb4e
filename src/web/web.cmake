# bote as WebAssembly, and the page around it: build/web/bote.html.

add_executable(bote_web src/web/bote_web.cpp)
target_link_libraries(bote_web PRIVATE bote_core nlohmann_json::nlohmann_json)
target_link_options(bote_web PRIVATE
    -Os -sMODULARIZE -sEXPORT_NAME=createBote -sENVIRONMENT=web,worker,node -sALLOW_MEMORY_GROWTH -sFORCE_FILESYSTEM
    -sEXPORTED_FUNCTIONS=_bote_run,_bote_output,_bote_tell_editor,_malloc,_free -sEXPORTED_RUNTIME_METHODS=FS,ccall
    -sDYNAMIC_EXECUTION=0 -sINCOMING_MODULE_JS_API=wasmBinary,print,printErr)
# Inlining makes a step of a slider three times as fast, and what runs once a click needs none of it.
set(cold ${sources})
list(FILTER cold INCLUDE REGEX "/src/(cli|embed|practice|serve)/")
set_property(SOURCE ${cold} APPEND PROPERTY COMPILE_OPTIONS -fno-inline-functions)

# Where Debian has the packages of node that emscripten needs; a node from elsewhere does not look there.
set_property(TARGET bote_web PROPERTY RULE_LAUNCH_LINK "${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs")

# What npm brings is of the versions in package-lock.json, and is in the build folder alone.
find_program(BOTE_NPM npm REQUIRED)
find_program(BOTE_NODE node REQUIRED)
set(page ${PROJECT_SOURCE_DIR}/src/web/page)
set(packages ${PROJECT_BINARY_DIR}/page)
file(GLOB page_sources CONFIGURE_DEPENDS ${page}/*.js ${page}/*.css ${page}/*.html ${page}/*.mjs)
add_custom_command(OUTPUT ${packages}/node_modules/.package-lock.json
    COMMAND ${CMAKE_COMMAND} -E copy ${page}/package.json ${page}/package-lock.json ${packages}
    COMMAND ${BOTE_NPM} ci --silent --ignore-scripts --no-audit --no-fund --prefix ${packages}
    DEPENDS ${page}/package.json ${page}/package-lock.json
    COMMENT "Fetching the packages of the page"
    VERBATIM)
foreach(name CLI11 fmt nlohmann_json utf8proc yaml-cpp zlib)
    FetchContent_GetProperties(${name} SOURCE_DIR folder)
    list(APPEND libraries ${folder})
endforeach()
set(html ${PROJECT_BINARY_DIR}/bote.html)
add_custom_command(OUTPUT ${html}
    COMMAND ${BOTE_NODE} ${page}/build.mjs ${packages} $<TARGET_FILE:bote_web> ${html} ${libraries}
    DEPENDS bote_web ${packages}/node_modules/.package-lock.json ${page_sources}
    COMMENT "Bundling the page"
    VERBATIM)
add_custom_target(bote_page DEPENDS ${html})
file(MAKE_DIRECTORY ${packages})
