# `cmake --build build/library --target reference`: the public headers as pages, where Doxygen is installed.

find_package(Doxygen QUIET)
if(DOXYGEN_FOUND)
    set(DOXYGEN_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/reference)
    set(DOXYGEN_STRIP_FROM_PATH ${PROJECT_SOURCE_DIR}/include)
    set(DOXYGEN_USE_MDFILE_AS_MAINPAGE ${PROJECT_SOURCE_DIR}/src/packaging/reference.md)
    set(DOXYGEN_EXTRACT_ALL YES)
    set(DOXYGEN_QUIET YES)
    set(DOXYGEN_WARN_AS_ERROR FAIL_ON_WARNINGS)
    set(DOXYGEN_HAVE_DOT NO)
    doxygen_add_docs(reference include src/packaging/reference.md)
endif()
