# The program of the build, bote_generate, for this machine, where all else is built for another one.

include(ExternalProject)
set(native ${PROJECT_BINARY_DIR}/native)
ExternalProject_Add(bote_native
    SOURCE_DIR ${PROJECT_SOURCE_DIR}
    BINARY_DIR ${native}
    PREFIX ${native}/steps
    CMAKE_ARGS -DBOTE_TESTS=OFF -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS_DEBUG=-O1
    BUILD_COMMAND ${CMAKE_COMMAND} --build ${native} --target bote_generate
    BUILD_ALWAYS ON
    BUILD_BYPRODUCTS ${native}/bote_generate
    INSTALL_COMMAND "")
add_executable(bote_generate IMPORTED GLOBAL)
set_target_properties(bote_generate PROPERTIES IMPORTED_LOCATION ${native}/bote_generate)
add_dependencies(bote_generate bote_native)
