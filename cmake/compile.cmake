# How every file is compiled. A target takes it over by linking hearsay_flags.

if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()
set(CMAKE_C_STANDARD 17)
set(CMAKE_C_STANDARD_REQUIRED ON)
set(CMAKE_C_EXTENSIONS OFF)
set(CMAKE_C_VISIBILITY_PRESET hidden)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

add_library(hearsay_flags INTERFACE)
target_include_directories(hearsay_flags INTERFACE ${PROJECT_SOURCE_DIR}/include
                                                   ${PROJECT_SOURCE_DIR}/src)
target_compile_definitions(hearsay_flags INTERFACE
    _XOPEN_SOURCE=700 _DEFAULT_SOURCE
    HEARSAY_VERSION="${PROJECT_VERSION}"
    HEARSAY_DATA_DIR="${CMAKE_INSTALL_FULL_DATADIR}/hearsay")
target_compile_options(hearsay_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes
    $<$<BOOL:${HEARSAY_WERROR}>:-Werror>
    -ffp-contract=off # the same sums whatever the compiler and the processor
    -Wno-psabi # about passing vectors between objects of different compilers; ours stay inside
    -fstack-protector-strong
    $<$<CONFIG:Release>:-D_FORTIFY_SOURCE=2>)
target_link_options(hearsay_flags INTERFACE -Wl,-z,relro,-z,now)

if(HEARSAY_COVERAGE)
    # Atomic, as threads count too and gcovr refuses what comes of a race.
    target_compile_options(hearsay_flags INTERFACE --coverage -fprofile-update=atomic)
    target_link_options(hearsay_flags INTERFACE --coverage)
endif()

# Its loops over registers must be unrolled, or the registers lie in memory.
set_source_files_properties(${PROJECT_SOURCE_DIR}/src/model/byte_kernels.c PROPERTIES
    COMPILE_OPTIONS "-O3")
# Lets the arithmetic of the network vectorise, and changes no result: its numbers are finite (that is
# checked where the model is opened) and nobody asks for errno. Sanitizers run before functions can be
# chosen for the processor.
set_source_files_properties(${PROJECT_SOURCE_DIR}/src/model/kernels.c PROPERTIES COMPILE_OPTIONS
    "-O3;-fno-math-errno;-fno-trapping-math;-fno-signed-zeros;-ffinite-math-only")
if(CMAKE_C_FLAGS MATCHES "-fsanitize")
    set_source_files_properties(${PROJECT_SOURCE_DIR}/src/model/kernels.c PROPERTIES
        COMPILE_DEFINITIONS HEARSAY_NO_CLONES)
endif()
