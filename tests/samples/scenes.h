/* The pictures of the samples, drawn; each fills the whole canvas. */
#ifndef CUT_SAMPLES_SCENES_H
#define CUT_SAMPLES_SCENES_H

#include "samples/canvas.h"

typedef void scene(canvas *c);

/* Two men at a table with microphones, one with a raised hand, before a blue wall. */
scene scene_news_conference;
/* A lake with a tall fountain and a sailing boat before snowy mountains. */
scene scene_lake;
/* A football player before a full stand. */
scene scene_football;
/* Rows of tea bushes with pickers under a morning sky. */
scene scene_tea;
/* A street of houses in the rain, with umbrellas. */
scene scene_rain;
/* A fishing harbour at sunset. */
scene scene_harbour;
/* A market under awnings. */
scene scene_market;
/* A town on a river under a full moon. */
scene scene_night;

#endif
