# bote as WebAssembly, and the page around it: build/web/bote.html.

add_executable(bote_web src/web/bote_web.cpp)
target_link_libraries(bote_web PRIVATE bote_core nlohmann_json::nlohmann_json)
target_link_options(bote_web PRIVATE
    -Os -sMODULARIZE -sEXPORT_NAME=createBote -sENVIRONMENT=web,worker,node -sALLOW_MEMORY_GROWTH -sFORCE_FILESYSTEM
    -sEXPORTED_FUNCTIONS=_bote_run,_bote_tell_editor,_malloc,_free -sEXPORTED_RUNTIME_METHODS=FS,ccall
    -sDYNAMIC_EXECUTION=0 -sINCOMING_MODULE_JS_API=wasmBinary,print,printErr)
