/**
 * Whether a question asks what somebody thinks. Who somebody is, is no opinion: nobody disagrees about it, and
 * those who live in one place naturally do not live in another. Staff can leave out what slips through.
 */
export const isOpinion = (title: string) => !aboutOneself.test(title)

const aboutOneself =
  /住在哪|住哪|家在哪|几岁|年龄|多大了?？|性别|住了多久|住的房子|几口人|谁填的|身份/
